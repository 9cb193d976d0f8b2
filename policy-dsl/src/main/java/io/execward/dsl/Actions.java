// SPDX-License-Identifier: Apache-2.0
package io.execward.dsl;

/**
 * The actions of the services that ECS Exec has to do with, by service; those of others are named with {@link ActionSet#named}.
 *
 * <pre>{@code
 * allow(Actions.Ecs.EXECUTE_COMMAND, Actions.Ecs.DESCRIBE_TASKS)
 * }</pre>
 *
 * <p>Written from the bundled catalog by a test, which also fails when the two differ: do not edit.
 */
public final class Actions {
    private Actions() {}

    /** Actions of Amazon ECS, {@code ecs:…}. */
    public static final class Ecs {
        private Ecs() {}

        public static final ActionSet ALLOW_VENDED_LOG_DELIVERY_FOR_RESOURCE =
                of("ecs:AllowVendedLogDeliveryForResource");
        public static final ActionSet CONTINUE_SERVICE_DEPLOYMENT = of("ecs:ContinueServiceDeployment");
        public static final ActionSet CREATE_CAPACITY_PROVIDER = of("ecs:CreateCapacityProvider");
        public static final ActionSet CREATE_CLUSTER = of("ecs:CreateCluster");
        public static final ActionSet CREATE_DAEMON = of("ecs:CreateDaemon");
        public static final ActionSet CREATE_EXPRESS_GATEWAY_SERVICE = of("ecs:CreateExpressGatewayService");
        public static final ActionSet CREATE_SERVICE = of("ecs:CreateService");
        public static final ActionSet CREATE_TASK_SET = of("ecs:CreateTaskSet");
        public static final ActionSet DELETE_ACCOUNT_SETTING = of("ecs:DeleteAccountSetting");
        public static final ActionSet DELETE_ATTRIBUTES = of("ecs:DeleteAttributes");
        public static final ActionSet DELETE_CAPACITY_PROVIDER = of("ecs:DeleteCapacityProvider");
        public static final ActionSet DELETE_CLUSTER = of("ecs:DeleteCluster");
        public static final ActionSet DELETE_DAEMON = of("ecs:DeleteDaemon");
        public static final ActionSet DELETE_DAEMON_TASK_DEFINITION = of("ecs:DeleteDaemonTaskDefinition");
        public static final ActionSet DELETE_EXPRESS_GATEWAY_SERVICE = of("ecs:DeleteExpressGatewayService");
        public static final ActionSet DELETE_SERVICE = of("ecs:DeleteService");
        public static final ActionSet DELETE_TASK_DEFINITIONS = of("ecs:DeleteTaskDefinitions");
        public static final ActionSet DELETE_TASK_SET = of("ecs:DeleteTaskSet");
        public static final ActionSet DEREGISTER_CONTAINER_INSTANCE = of("ecs:DeregisterContainerInstance");
        public static final ActionSet DEREGISTER_TASK_DEFINITION = of("ecs:DeregisterTaskDefinition");
        public static final ActionSet DESCRIBE_CAPACITY_PROVIDERS = of("ecs:DescribeCapacityProviders");
        public static final ActionSet DESCRIBE_CLUSTERS = of("ecs:DescribeClusters");
        public static final ActionSet DESCRIBE_CONTAINER_INSTANCES = of("ecs:DescribeContainerInstances");
        public static final ActionSet DESCRIBE_DAEMON = of("ecs:DescribeDaemon");
        public static final ActionSet DESCRIBE_DAEMON_DEPLOYMENTS = of("ecs:DescribeDaemonDeployments");
        public static final ActionSet DESCRIBE_DAEMON_REVISIONS = of("ecs:DescribeDaemonRevisions");
        public static final ActionSet DESCRIBE_DAEMON_TASK_DEFINITION = of("ecs:DescribeDaemonTaskDefinition");
        public static final ActionSet DESCRIBE_EXPRESS_GATEWAY_SERVICE = of("ecs:DescribeExpressGatewayService");
        public static final ActionSet DESCRIBE_SERVICE_DEPLOYMENTS = of("ecs:DescribeServiceDeployments");
        public static final ActionSet DESCRIBE_SERVICE_REVISIONS = of("ecs:DescribeServiceRevisions");
        public static final ActionSet DESCRIBE_SERVICES = of("ecs:DescribeServices");
        public static final ActionSet DESCRIBE_TASK_DEFINITION = of("ecs:DescribeTaskDefinition");
        public static final ActionSet DESCRIBE_TASKS = of("ecs:DescribeTasks");
        public static final ActionSet DESCRIBE_TASK_SETS = of("ecs:DescribeTaskSets");
        public static final ActionSet DISCOVER_POLL_ENDPOINT = of("ecs:DiscoverPollEndpoint");
        public static final ActionSet EXECUTE_COMMAND = of("ecs:ExecuteCommand");
        public static final ActionSet GET_TASK_PROTECTION = of("ecs:GetTaskProtection");
        public static final ActionSet LIST_ACCOUNT_SETTINGS = of("ecs:ListAccountSettings");
        public static final ActionSet LIST_ATTRIBUTES = of("ecs:ListAttributes");
        public static final ActionSet LIST_CLUSTERS = of("ecs:ListClusters");
        public static final ActionSet LIST_CONTAINER_INSTANCES = of("ecs:ListContainerInstances");
        public static final ActionSet LIST_DAEMON_DEPLOYMENTS = of("ecs:ListDaemonDeployments");
        public static final ActionSet LIST_DAEMONS = of("ecs:ListDaemons");
        public static final ActionSet LIST_DAEMON_TASK_DEFINITIONS = of("ecs:ListDaemonTaskDefinitions");
        public static final ActionSet LIST_SERVICE_DEPLOYMENTS = of("ecs:ListServiceDeployments");
        public static final ActionSet LIST_SERVICES = of("ecs:ListServices");
        public static final ActionSet LIST_SERVICES_BY_NAMESPACE = of("ecs:ListServicesByNamespace");
        public static final ActionSet LIST_TAGS_FOR_RESOURCE = of("ecs:ListTagsForResource");
        public static final ActionSet LIST_TASK_DEFINITION_FAMILIES = of("ecs:ListTaskDefinitionFamilies");
        public static final ActionSet LIST_TASK_DEFINITIONS = of("ecs:ListTaskDefinitions");
        public static final ActionSet LIST_TASKS = of("ecs:ListTasks");
        public static final ActionSet POLL = of("ecs:Poll");
        public static final ActionSet PUT_ACCOUNT_SETTING = of("ecs:PutAccountSetting");
        public static final ActionSet PUT_ACCOUNT_SETTING_DEFAULT = of("ecs:PutAccountSettingDefault");
        public static final ActionSet PUT_ATTRIBUTES = of("ecs:PutAttributes");
        public static final ActionSet PUT_CLUSTER_CAPACITY_PROVIDERS = of("ecs:PutClusterCapacityProviders");
        public static final ActionSet PUT_SYSTEM_LOG_EVENTS = of("ecs:PutSystemLogEvents");
        public static final ActionSet REGISTER_CONTAINER_INSTANCE = of("ecs:RegisterContainerInstance");
        public static final ActionSet REGISTER_DAEMON_TASK_DEFINITION = of("ecs:RegisterDaemonTaskDefinition");
        public static final ActionSet REGISTER_TASK_DEFINITION = of("ecs:RegisterTaskDefinition");
        public static final ActionSet RUN_TASK = of("ecs:RunTask");
        public static final ActionSet START_TASK = of("ecs:StartTask");
        public static final ActionSet START_TELEMETRY_SESSION = of("ecs:StartTelemetrySession");
        public static final ActionSet STOP_SERVICE_DEPLOYMENT = of("ecs:StopServiceDeployment");
        public static final ActionSet STOP_TASK = of("ecs:StopTask");
        public static final ActionSet SUBMIT_ATTACHMENT_STATE_CHANGES = of("ecs:SubmitAttachmentStateChanges");
        public static final ActionSet SUBMIT_CONTAINER_STATE_CHANGE = of("ecs:SubmitContainerStateChange");
        public static final ActionSet SUBMIT_TASK_STATE_CHANGE = of("ecs:SubmitTaskStateChange");
        public static final ActionSet TAG_RESOURCE = of("ecs:TagResource");
        public static final ActionSet UNTAG_RESOURCE = of("ecs:UntagResource");
        public static final ActionSet UPDATE_CAPACITY_PROVIDER = of("ecs:UpdateCapacityProvider");
        public static final ActionSet UPDATE_CLUSTER = of("ecs:UpdateCluster");
        public static final ActionSet UPDATE_CLUSTER_SETTINGS = of("ecs:UpdateClusterSettings");
        public static final ActionSet UPDATE_CONTAINER_AGENT = of("ecs:UpdateContainerAgent");
        public static final ActionSet UPDATE_CONTAINER_INSTANCES_STATE = of("ecs:UpdateContainerInstancesState");
        public static final ActionSet UPDATE_DAEMON = of("ecs:UpdateDaemon");
        public static final ActionSet UPDATE_EXPRESS_GATEWAY_SERVICE = of("ecs:UpdateExpressGatewayService");
        public static final ActionSet UPDATE_SERVICE = of("ecs:UpdateService");
        public static final ActionSet UPDATE_SERVICE_PRIMARY_TASK_SET = of("ecs:UpdateServicePrimaryTaskSet");
        public static final ActionSet UPDATE_TASK_PROTECTION = of("ecs:UpdateTaskProtection");
        public static final ActionSet UPDATE_TASK_SET = of("ecs:UpdateTaskSet");
    }

    /** Actions of AWS Systems Manager, {@code ssm:…}. */
    public static final class Ssm {
        private Ssm() {}

        public static final ActionSet ADD_TAGS_TO_RESOURCE = of("ssm:AddTagsToResource");
        public static final ActionSet ASSOCIATE_OPS_ITEM_RELATED_ITEM = of("ssm:AssociateOpsItemRelatedItem");
        public static final ActionSet CANCEL_COMMAND = of("ssm:CancelCommand");
        public static final ActionSet CANCEL_MAINTENANCE_WINDOW_EXECUTION = of("ssm:CancelMaintenanceWindowExecution");
        public static final ActionSet CREATE_ACTIVATION = of("ssm:CreateActivation");
        public static final ActionSet CREATE_ASSOCIATION = of("ssm:CreateAssociation");
        public static final ActionSet CREATE_ASSOCIATION_BATCH = of("ssm:CreateAssociationBatch");
        public static final ActionSet CREATE_CLOUD_CONNECTOR = of("ssm:CreateCloudConnector");
        public static final ActionSet CREATE_DOCUMENT = of("ssm:CreateDocument");
        public static final ActionSet CREATE_MAINTENANCE_WINDOW = of("ssm:CreateMaintenanceWindow");
        public static final ActionSet CREATE_OPS_ITEM = of("ssm:CreateOpsItem");
        public static final ActionSet CREATE_OPS_METADATA = of("ssm:CreateOpsMetadata");
        public static final ActionSet CREATE_PATCH_BASELINE = of("ssm:CreatePatchBaseline");
        public static final ActionSet CREATE_RESOURCE_DATA_SYNC = of("ssm:CreateResourceDataSync");
        public static final ActionSet DELETE_ACTIVATION = of("ssm:DeleteActivation");
        public static final ActionSet DELETE_ASSOCIATION = of("ssm:DeleteAssociation");
        public static final ActionSet DELETE_CLOUD_CONNECTOR = of("ssm:DeleteCloudConnector");
        public static final ActionSet DELETE_DOCUMENT = of("ssm:DeleteDocument");
        public static final ActionSet DELETE_INVENTORY = of("ssm:DeleteInventory");
        public static final ActionSet DELETE_MAINTENANCE_WINDOW = of("ssm:DeleteMaintenanceWindow");
        public static final ActionSet DELETE_OPS_ITEM = of("ssm:DeleteOpsItem");
        public static final ActionSet DELETE_OPS_METADATA = of("ssm:DeleteOpsMetadata");
        public static final ActionSet DELETE_PARAMETER = of("ssm:DeleteParameter");
        public static final ActionSet DELETE_PARAMETERS = of("ssm:DeleteParameters");
        public static final ActionSet DELETE_PATCH_BASELINE = of("ssm:DeletePatchBaseline");
        public static final ActionSet DELETE_RESOURCE_DATA_SYNC = of("ssm:DeleteResourceDataSync");
        public static final ActionSet DELETE_RESOURCE_POLICY = of("ssm:DeleteResourcePolicy");
        public static final ActionSet DEREGISTER_MANAGED_INSTANCE = of("ssm:DeregisterManagedInstance");
        public static final ActionSet DEREGISTER_PATCH_BASELINE_FOR_PATCH_GROUP =
                of("ssm:DeregisterPatchBaselineForPatchGroup");
        public static final ActionSet DEREGISTER_TARGET_FROM_MAINTENANCE_WINDOW =
                of("ssm:DeregisterTargetFromMaintenanceWindow");
        public static final ActionSet DEREGISTER_TASK_FROM_MAINTENANCE_WINDOW =
                of("ssm:DeregisterTaskFromMaintenanceWindow");
        public static final ActionSet DESCRIBE_ACTIVATIONS = of("ssm:DescribeActivations");
        public static final ActionSet DESCRIBE_ASSOCIATION = of("ssm:DescribeAssociation");
        public static final ActionSet DESCRIBE_ASSOCIATION_EXECUTIONS = of("ssm:DescribeAssociationExecutions");
        public static final ActionSet DESCRIBE_ASSOCIATION_EXECUTION_TARGETS =
                of("ssm:DescribeAssociationExecutionTargets");
        public static final ActionSet DESCRIBE_AUTOMATION_EXECUTIONS = of("ssm:DescribeAutomationExecutions");
        public static final ActionSet DESCRIBE_AUTOMATION_STEP_EXECUTIONS = of("ssm:DescribeAutomationStepExecutions");
        public static final ActionSet DESCRIBE_AVAILABLE_PATCHES = of("ssm:DescribeAvailablePatches");
        public static final ActionSet DESCRIBE_DOCUMENT = of("ssm:DescribeDocument");
        public static final ActionSet DESCRIBE_DOCUMENT_PARAMETERS = of("ssm:DescribeDocumentParameters");
        public static final ActionSet DESCRIBE_DOCUMENT_PERMISSION = of("ssm:DescribeDocumentPermission");
        public static final ActionSet DESCRIBE_EFFECTIVE_INSTANCE_ASSOCIATIONS =
                of("ssm:DescribeEffectiveInstanceAssociations");
        public static final ActionSet DESCRIBE_EFFECTIVE_PATCHES_FOR_PATCH_BASELINE =
                of("ssm:DescribeEffectivePatchesForPatchBaseline");
        public static final ActionSet DESCRIBE_INSTANCE_ASSOCIATIONS_STATUS =
                of("ssm:DescribeInstanceAssociationsStatus");
        public static final ActionSet DESCRIBE_INSTANCE_INFORMATION = of("ssm:DescribeInstanceInformation");
        public static final ActionSet DESCRIBE_INSTANCE_PATCHES = of("ssm:DescribeInstancePatches");
        public static final ActionSet DESCRIBE_INSTANCE_PATCH_STATES = of("ssm:DescribeInstancePatchStates");
        public static final ActionSet DESCRIBE_INSTANCE_PATCH_STATES_FOR_PATCH_GROUP =
                of("ssm:DescribeInstancePatchStatesForPatchGroup");
        public static final ActionSet DESCRIBE_INSTANCE_PROPERTIES = of("ssm:DescribeInstanceProperties");
        public static final ActionSet DESCRIBE_INVENTORY_DELETIONS = of("ssm:DescribeInventoryDeletions");
        public static final ActionSet DESCRIBE_MAINTENANCE_WINDOW_EXECUTIONS =
                of("ssm:DescribeMaintenanceWindowExecutions");
        public static final ActionSet DESCRIBE_MAINTENANCE_WINDOW_EXECUTION_TASK_INVOCATIONS =
                of("ssm:DescribeMaintenanceWindowExecutionTaskInvocations");
        public static final ActionSet DESCRIBE_MAINTENANCE_WINDOW_EXECUTION_TASKS =
                of("ssm:DescribeMaintenanceWindowExecutionTasks");
        public static final ActionSet DESCRIBE_MAINTENANCE_WINDOWS = of("ssm:DescribeMaintenanceWindows");
        public static final ActionSet DESCRIBE_MAINTENANCE_WINDOW_SCHEDULE =
                of("ssm:DescribeMaintenanceWindowSchedule");
        public static final ActionSet DESCRIBE_MAINTENANCE_WINDOWS_FOR_TARGET =
                of("ssm:DescribeMaintenanceWindowsForTarget");
        public static final ActionSet DESCRIBE_MAINTENANCE_WINDOW_TARGETS = of("ssm:DescribeMaintenanceWindowTargets");
        public static final ActionSet DESCRIBE_MAINTENANCE_WINDOW_TASKS = of("ssm:DescribeMaintenanceWindowTasks");
        public static final ActionSet DESCRIBE_OPS_ITEMS = of("ssm:DescribeOpsItems");
        public static final ActionSet DESCRIBE_PARAMETERS = of("ssm:DescribeParameters");
        public static final ActionSet DESCRIBE_PATCH_BASELINES = of("ssm:DescribePatchBaselines");
        public static final ActionSet DESCRIBE_PATCH_GROUPS = of("ssm:DescribePatchGroups");
        public static final ActionSet DESCRIBE_PATCH_GROUP_STATE = of("ssm:DescribePatchGroupState");
        public static final ActionSet DESCRIBE_PATCH_PROPERTIES = of("ssm:DescribePatchProperties");
        public static final ActionSet DESCRIBE_SESSIONS = of("ssm:DescribeSessions");
        public static final ActionSet DISASSOCIATE_OPS_ITEM_RELATED_ITEM = of("ssm:DisassociateOpsItemRelatedItem");
        public static final ActionSet EXECUTE_API = of("ssm:ExecuteAPI");
        public static final ActionSet GET_ACCESS_TOKEN = of("ssm:GetAccessToken");
        public static final ActionSet GET_AUTOMATION_EXECUTION = of("ssm:GetAutomationExecution");
        public static final ActionSet GET_CALENDAR = of("ssm:GetCalendar");
        public static final ActionSet GET_CALENDAR_STATE = of("ssm:GetCalendarState");
        public static final ActionSet GET_CLOUD_CONNECTOR = of("ssm:GetCloudConnector");
        public static final ActionSet GET_COMMAND_INVOCATION = of("ssm:GetCommandInvocation");
        public static final ActionSet GET_CONNECTION_STATUS = of("ssm:GetConnectionStatus");
        public static final ActionSet GET_DEFAULT_PATCH_BASELINE = of("ssm:GetDefaultPatchBaseline");
        public static final ActionSet GET_DEPLOYABLE_PATCH_SNAPSHOT_FOR_INSTANCE =
                of("ssm:GetDeployablePatchSnapshotForInstance");
        public static final ActionSet GET_DOCUMENT = of("ssm:GetDocument");
        public static final ActionSet GET_EXECUTION_PREVIEW = of("ssm:GetExecutionPreview");
        public static final ActionSet GET_INVENTORY = of("ssm:GetInventory");
        public static final ActionSet GET_INVENTORY_SCHEMA = of("ssm:GetInventorySchema");
        public static final ActionSet GET_MAINTENANCE_WINDOW = of("ssm:GetMaintenanceWindow");
        public static final ActionSet GET_MAINTENANCE_WINDOW_EXECUTION = of("ssm:GetMaintenanceWindowExecution");
        public static final ActionSet GET_MAINTENANCE_WINDOW_EXECUTION_TASK =
                of("ssm:GetMaintenanceWindowExecutionTask");
        public static final ActionSet GET_MAINTENANCE_WINDOW_EXECUTION_TASK_INVOCATION =
                of("ssm:GetMaintenanceWindowExecutionTaskInvocation");
        public static final ActionSet GET_MAINTENANCE_WINDOW_TASK = of("ssm:GetMaintenanceWindowTask");
        public static final ActionSet GET_MANIFEST = of("ssm:GetManifest");
        public static final ActionSet GET_OPS_ITEM = of("ssm:GetOpsItem");
        public static final ActionSet GET_OPS_METADATA = of("ssm:GetOpsMetadata");
        public static final ActionSet GET_OPS_SUMMARY = of("ssm:GetOpsSummary");
        public static final ActionSet GET_PARAMETER = of("ssm:GetParameter");
        public static final ActionSet GET_PARAMETER_HISTORY = of("ssm:GetParameterHistory");
        public static final ActionSet GET_PARAMETERS = of("ssm:GetParameters");
        public static final ActionSet GET_PARAMETERS_BY_PATH = of("ssm:GetParametersByPath");
        public static final ActionSet GET_PATCH_BASELINE = of("ssm:GetPatchBaseline");
        public static final ActionSet GET_PATCH_BASELINE_FOR_PATCH_GROUP = of("ssm:GetPatchBaselineForPatchGroup");
        public static final ActionSet GET_RESOURCE_POLICIES = of("ssm:GetResourcePolicies");
        public static final ActionSet GET_SERVICE_SETTING = of("ssm:GetServiceSetting");
        public static final ActionSet LABEL_PARAMETER_VERSION = of("ssm:LabelParameterVersion");
        public static final ActionSet LIST_ASSOCIATIONS = of("ssm:ListAssociations");
        public static final ActionSet LIST_ASSOCIATION_VERSIONS = of("ssm:ListAssociationVersions");
        public static final ActionSet LIST_CLOUD_CONNECTORS = of("ssm:ListCloudConnectors");
        public static final ActionSet LIST_COMMAND_INVOCATIONS = of("ssm:ListCommandInvocations");
        public static final ActionSet LIST_COMMANDS = of("ssm:ListCommands");
        public static final ActionSet LIST_COMPLIANCE_ITEMS = of("ssm:ListComplianceItems");
        public static final ActionSet LIST_COMPLIANCE_SUMMARIES = of("ssm:ListComplianceSummaries");
        public static final ActionSet LIST_DOCUMENT_METADATA_HISTORY = of("ssm:ListDocumentMetadataHistory");
        public static final ActionSet LIST_DOCUMENTS = of("ssm:ListDocuments");
        public static final ActionSet LIST_DOCUMENT_VERSIONS = of("ssm:ListDocumentVersions");
        public static final ActionSet LIST_INSTANCE_ASSOCIATIONS = of("ssm:ListInstanceAssociations");
        public static final ActionSet LIST_INVENTORY_ENTRIES = of("ssm:ListInventoryEntries");
        public static final ActionSet LIST_NODES = of("ssm:ListNodes");
        public static final ActionSet LIST_NODES_SUMMARY = of("ssm:ListNodesSummary");
        public static final ActionSet LIST_OPS_ITEM_EVENTS = of("ssm:ListOpsItemEvents");
        public static final ActionSet LIST_OPS_ITEM_RELATED_ITEMS = of("ssm:ListOpsItemRelatedItems");
        public static final ActionSet LIST_OPS_METADATA = of("ssm:ListOpsMetadata");
        public static final ActionSet LIST_RESOURCE_COMPLIANCE_SUMMARIES = of("ssm:ListResourceComplianceSummaries");
        public static final ActionSet LIST_RESOURCE_DATA_SYNC = of("ssm:ListResourceDataSync");
        public static final ActionSet LIST_TAGS_FOR_RESOURCE = of("ssm:ListTagsForResource");
        public static final ActionSet MODIFY_DOCUMENT_PERMISSION = of("ssm:ModifyDocumentPermission");
        public static final ActionSet PUT_CALENDAR = of("ssm:PutCalendar");
        public static final ActionSet PUT_COMPLIANCE_ITEMS = of("ssm:PutComplianceItems");
        public static final ActionSet PUT_CONFIGURE_PACKAGE_RESULT = of("ssm:PutConfigurePackageResult");
        public static final ActionSet PUT_INVENTORY = of("ssm:PutInventory");
        public static final ActionSet PUT_PARAMETER = of("ssm:PutParameter");
        public static final ActionSet PUT_RESOURCE_POLICY = of("ssm:PutResourcePolicy");
        public static final ActionSet REGISTER_DEFAULT_PATCH_BASELINE = of("ssm:RegisterDefaultPatchBaseline");
        public static final ActionSet REGISTER_MANAGED_INSTANCE = of("ssm:RegisterManagedInstance");
        public static final ActionSet REGISTER_PATCH_BASELINE_FOR_PATCH_GROUP =
                of("ssm:RegisterPatchBaselineForPatchGroup");
        public static final ActionSet REGISTER_TARGET_WITH_MAINTENANCE_WINDOW =
                of("ssm:RegisterTargetWithMaintenanceWindow");
        public static final ActionSet REGISTER_TASK_WITH_MAINTENANCE_WINDOW =
                of("ssm:RegisterTaskWithMaintenanceWindow");
        public static final ActionSet REMOVE_TAGS_FROM_RESOURCE = of("ssm:RemoveTagsFromResource");
        public static final ActionSet REQUEST_MANAGED_INSTANCE_ROLE_TOKEN = of("ssm:RequestManagedInstanceRoleToken");
        public static final ActionSet RESET_SERVICE_SETTING = of("ssm:ResetServiceSetting");
        public static final ActionSet RESUME_SESSION = of("ssm:ResumeSession");
        public static final ActionSet SEND_AUTOMATION_SIGNAL = of("ssm:SendAutomationSignal");
        public static final ActionSet SEND_COMMAND = of("ssm:SendCommand");
        public static final ActionSet START_ACCESS_REQUEST = of("ssm:StartAccessRequest");
        public static final ActionSet START_ASSOCIATIONS_ONCE = of("ssm:StartAssociationsOnce");
        public static final ActionSet START_AUTOMATION_EXECUTION = of("ssm:StartAutomationExecution");
        public static final ActionSet START_CHANGE_REQUEST_EXECUTION = of("ssm:StartChangeRequestExecution");
        public static final ActionSet START_EXECUTION_PREVIEW = of("ssm:StartExecutionPreview");
        public static final ActionSet START_SESSION = of("ssm:StartSession");
        public static final ActionSet STOP_AUTOMATION_EXECUTION = of("ssm:StopAutomationExecution");
        public static final ActionSet TERMINATE_SESSION = of("ssm:TerminateSession");
        public static final ActionSet UNLABEL_PARAMETER_VERSION = of("ssm:UnlabelParameterVersion");
        public static final ActionSet UPDATE_ASSOCIATION = of("ssm:UpdateAssociation");
        public static final ActionSet UPDATE_ASSOCIATION_STATUS = of("ssm:UpdateAssociationStatus");
        public static final ActionSet UPDATE_CLOUD_CONNECTOR = of("ssm:UpdateCloudConnector");
        public static final ActionSet UPDATE_DOCUMENT = of("ssm:UpdateDocument");
        public static final ActionSet UPDATE_DOCUMENT_DEFAULT_VERSION = of("ssm:UpdateDocumentDefaultVersion");
        public static final ActionSet UPDATE_DOCUMENT_METADATA = of("ssm:UpdateDocumentMetadata");
        public static final ActionSet UPDATE_INSTANCE_ASSOCIATION_STATUS = of("ssm:UpdateInstanceAssociationStatus");
        public static final ActionSet UPDATE_INSTANCE_INFORMATION = of("ssm:UpdateInstanceInformation");
        public static final ActionSet UPDATE_MAINTENANCE_WINDOW = of("ssm:UpdateMaintenanceWindow");
        public static final ActionSet UPDATE_MAINTENANCE_WINDOW_TARGET = of("ssm:UpdateMaintenanceWindowTarget");
        public static final ActionSet UPDATE_MAINTENANCE_WINDOW_TASK = of("ssm:UpdateMaintenanceWindowTask");
        public static final ActionSet UPDATE_MANAGED_INSTANCE_PUBLIC_KEY = of("ssm:UpdateManagedInstancePublicKey");
        public static final ActionSet UPDATE_MANAGED_INSTANCE_ROLE = of("ssm:UpdateManagedInstanceRole");
        public static final ActionSet UPDATE_OPS_ITEM = of("ssm:UpdateOpsItem");
        public static final ActionSet UPDATE_OPS_METADATA = of("ssm:UpdateOpsMetadata");
        public static final ActionSet UPDATE_PATCH_BASELINE = of("ssm:UpdatePatchBaseline");
        public static final ActionSet UPDATE_RESOURCE_DATA_SYNC = of("ssm:UpdateResourceDataSync");
        public static final ActionSet UPDATE_SERVICE_SETTING = of("ssm:UpdateServiceSetting");
        public static final ActionSet VALIDATE_CLOUD_CONNECTOR = of("ssm:ValidateCloudConnector");
    }

    /** Actions of the message gateway of Session Manager, {@code ssmmessages:…}. */
    public static final class SsmMessages {
        private SsmMessages() {}

        public static final ActionSet CREATE_CONTROL_CHANNEL = of("ssmmessages:CreateControlChannel");
        public static final ActionSet CREATE_DATA_CHANNEL = of("ssmmessages:CreateDataChannel");
        public static final ActionSet OPEN_CONTROL_CHANNEL = of("ssmmessages:OpenControlChannel");
        public static final ActionSet OPEN_DATA_CHANNEL = of("ssmmessages:OpenDataChannel");
    }

    /** Actions of AWS KMS, {@code kms:…}. */
    public static final class Kms {
        private Kms() {}

        public static final ActionSet CANCEL_KEY_DELETION = of("kms:CancelKeyDeletion");
        public static final ActionSet CONNECT_CUSTOM_KEY_STORE = of("kms:ConnectCustomKeyStore");
        public static final ActionSet CREATE_ALIAS = of("kms:CreateAlias");
        public static final ActionSet CREATE_CUSTOM_KEY_STORE = of("kms:CreateCustomKeyStore");
        public static final ActionSet CREATE_GRANT = of("kms:CreateGrant");
        public static final ActionSet CREATE_KEY = of("kms:CreateKey");
        public static final ActionSet DECRYPT = of("kms:Decrypt");
        public static final ActionSet DELETE_ALIAS = of("kms:DeleteAlias");
        public static final ActionSet DELETE_CUSTOM_KEY_STORE = of("kms:DeleteCustomKeyStore");
        public static final ActionSet DELETE_IMPORTED_KEY_MATERIAL = of("kms:DeleteImportedKeyMaterial");
        public static final ActionSet DERIVE_SHARED_SECRET = of("kms:DeriveSharedSecret");
        public static final ActionSet DESCRIBE_CUSTOM_KEY_STORES = of("kms:DescribeCustomKeyStores");
        public static final ActionSet DESCRIBE_KEY = of("kms:DescribeKey");
        public static final ActionSet DISABLE_KEY = of("kms:DisableKey");
        public static final ActionSet DISABLE_KEY_ROTATION = of("kms:DisableKeyRotation");
        public static final ActionSet DISCONNECT_CUSTOM_KEY_STORE = of("kms:DisconnectCustomKeyStore");
        public static final ActionSet ENABLE_KEY = of("kms:EnableKey");
        public static final ActionSet ENABLE_KEY_ROTATION = of("kms:EnableKeyRotation");
        public static final ActionSet ENCRYPT = of("kms:Encrypt");
        public static final ActionSet GENERATE_DATA_KEY = of("kms:GenerateDataKey");
        public static final ActionSet GENERATE_DATA_KEY_PAIR = of("kms:GenerateDataKeyPair");
        public static final ActionSet GENERATE_DATA_KEY_PAIR_WITHOUT_PLAINTEXT =
                of("kms:GenerateDataKeyPairWithoutPlaintext");
        public static final ActionSet GENERATE_DATA_KEY_WITHOUT_PLAINTEXT = of("kms:GenerateDataKeyWithoutPlaintext");
        public static final ActionSet GENERATE_MAC = of("kms:GenerateMac");
        public static final ActionSet GENERATE_RANDOM = of("kms:GenerateRandom");
        public static final ActionSet GET_KEY_LAST_USAGE = of("kms:GetKeyLastUsage");
        public static final ActionSet GET_KEY_POLICY = of("kms:GetKeyPolicy");
        public static final ActionSet GET_KEY_ROTATION_STATUS = of("kms:GetKeyRotationStatus");
        public static final ActionSet GET_PARAMETERS_FOR_IMPORT = of("kms:GetParametersForImport");
        public static final ActionSet GET_PUBLIC_KEY = of("kms:GetPublicKey");
        public static final ActionSet IMPORT_KEY_MATERIAL = of("kms:ImportKeyMaterial");
        public static final ActionSet LIST_ALIASES = of("kms:ListAliases");
        public static final ActionSet LIST_GRANTS = of("kms:ListGrants");
        public static final ActionSet LIST_KEY_POLICIES = of("kms:ListKeyPolicies");
        public static final ActionSet LIST_KEY_ROTATIONS = of("kms:ListKeyRotations");
        public static final ActionSet LIST_KEYS = of("kms:ListKeys");
        public static final ActionSet LIST_RESOURCE_TAGS = of("kms:ListResourceTags");
        public static final ActionSet LIST_RETIRABLE_GRANTS = of("kms:ListRetirableGrants");
        public static final ActionSet PUT_KEY_POLICY = of("kms:PutKeyPolicy");
        public static final ActionSet RE_ENCRYPT_FROM = of("kms:ReEncryptFrom");
        public static final ActionSet RE_ENCRYPT_TO = of("kms:ReEncryptTo");
        public static final ActionSet REPLICATE_KEY = of("kms:ReplicateKey");
        public static final ActionSet RETIRE_GRANT = of("kms:RetireGrant");
        public static final ActionSet REVOKE_GRANT = of("kms:RevokeGrant");
        public static final ActionSet ROTATE_KEY_ON_DEMAND = of("kms:RotateKeyOnDemand");
        public static final ActionSet SCHEDULE_KEY_DELETION = of("kms:ScheduleKeyDeletion");
        public static final ActionSet SIGN = of("kms:Sign");
        public static final ActionSet SYNCHRONIZE_MULTI_REGION_KEY = of("kms:SynchronizeMultiRegionKey");
        public static final ActionSet TAG_RESOURCE = of("kms:TagResource");
        public static final ActionSet UNTAG_RESOURCE = of("kms:UntagResource");
        public static final ActionSet UPDATE_ALIAS = of("kms:UpdateAlias");
        public static final ActionSet UPDATE_CUSTOM_KEY_STORE = of("kms:UpdateCustomKeyStore");
        public static final ActionSet UPDATE_KEY_DESCRIPTION = of("kms:UpdateKeyDescription");
        public static final ActionSet UPDATE_PRIMARY_REGION = of("kms:UpdatePrimaryRegion");
        public static final ActionSet VERIFY = of("kms:Verify");
        public static final ActionSet VERIFY_MAC = of("kms:VerifyMac");
    }

    /** Actions of Amazon CloudWatch Logs, {@code logs:…}. */
    public static final class Logs {
        private Logs() {}

        public static final ActionSet ASSOCIATE_KMS_KEY = of("logs:AssociateKmsKey");
        public static final ActionSet ASSOCIATE_SOURCE_TO_S3_TABLE_INTEGRATION =
                of("logs:AssociateSourceToS3TableIntegration");
        public static final ActionSet CALL_WITH_BEARER_TOKEN = of("logs:CallWithBearerToken");
        public static final ActionSet CANCEL_EXPORT_TASK = of("logs:CancelExportTask");
        public static final ActionSet CANCEL_IMPORT_TASK = of("logs:CancelImportTask");
        public static final ActionSet CREATE_DELIVERY = of("logs:CreateDelivery");
        public static final ActionSet CREATE_EXPORT_TASK = of("logs:CreateExportTask");
        public static final ActionSet CREATE_IMPORT_TASK = of("logs:CreateImportTask");
        public static final ActionSet CREATE_LOG_ANOMALY_DETECTOR = of("logs:CreateLogAnomalyDetector");
        public static final ActionSet CREATE_LOG_DELIVERY = of("logs:CreateLogDelivery");
        public static final ActionSet CREATE_LOG_GROUP = of("logs:CreateLogGroup");
        public static final ActionSet CREATE_LOG_STREAM = of("logs:CreateLogStream");
        public static final ActionSet CREATE_LOOKUP_TABLE = of("logs:CreateLookupTable");
        public static final ActionSet CREATE_SCHEDULED_QUERY = of("logs:CreateScheduledQuery");
        public static final ActionSet DELETE_ACCOUNT_POLICY = of("logs:DeleteAccountPolicy");
        public static final ActionSet DELETE_DATA_PROTECTION_POLICY = of("logs:DeleteDataProtectionPolicy");
        public static final ActionSet DELETE_DELIVERY = of("logs:DeleteDelivery");
        public static final ActionSet DELETE_DELIVERY_DESTINATION = of("logs:DeleteDeliveryDestination");
        public static final ActionSet DELETE_DELIVERY_DESTINATION_POLICY = of("logs:DeleteDeliveryDestinationPolicy");
        public static final ActionSet DELETE_DELIVERY_SOURCE = of("logs:DeleteDeliverySource");
        public static final ActionSet DELETE_DESTINATION = of("logs:DeleteDestination");
        public static final ActionSet DELETE_INDEX_POLICY = of("logs:DeleteIndexPolicy");
        public static final ActionSet DELETE_INTEGRATION = of("logs:DeleteIntegration");
        public static final ActionSet DELETE_LOG_ANOMALY_DETECTOR = of("logs:DeleteLogAnomalyDetector");
        public static final ActionSet DELETE_LOG_DELIVERY = of("logs:DeleteLogDelivery");
        public static final ActionSet DELETE_LOG_GROUP = of("logs:DeleteLogGroup");
        public static final ActionSet DELETE_LOG_STREAM = of("logs:DeleteLogStream");
        public static final ActionSet DELETE_LOOKUP_TABLE = of("logs:DeleteLookupTable");
        public static final ActionSet DELETE_METRIC_FILTER = of("logs:DeleteMetricFilter");
        public static final ActionSet DELETE_PIPELINE_RULE = of("logs:DeletePipelineRule");
        public static final ActionSet DELETE_QUERY_DEFINITION = of("logs:DeleteQueryDefinition");
        public static final ActionSet DELETE_RESOURCE_POLICY = of("logs:DeleteResourcePolicy");
        public static final ActionSet DELETE_RETENTION_POLICY = of("logs:DeleteRetentionPolicy");
        public static final ActionSet DELETE_SCHEDULED_QUERY = of("logs:DeleteScheduledQuery");
        public static final ActionSet DELETE_SUBSCRIPTION_FILTER = of("logs:DeleteSubscriptionFilter");
        public static final ActionSet DELETE_SYSLOG_CONFIGURATION = of("logs:DeleteSyslogConfiguration");
        public static final ActionSet DELETE_TRANSFORMER = of("logs:DeleteTransformer");
        public static final ActionSet DESCRIBE_ACCOUNT_POLICIES = of("logs:DescribeAccountPolicies");
        public static final ActionSet DESCRIBE_CONFIGURATION_TEMPLATES = of("logs:DescribeConfigurationTemplates");
        public static final ActionSet DESCRIBE_DELIVERIES = of("logs:DescribeDeliveries");
        public static final ActionSet DESCRIBE_DELIVERY_DESTINATIONS = of("logs:DescribeDeliveryDestinations");
        public static final ActionSet DESCRIBE_DELIVERY_SOURCES = of("logs:DescribeDeliverySources");
        public static final ActionSet DESCRIBE_DESTINATIONS = of("logs:DescribeDestinations");
        public static final ActionSet DESCRIBE_EXPORT_TASKS = of("logs:DescribeExportTasks");
        public static final ActionSet DESCRIBE_FIELD_INDEXES = of("logs:DescribeFieldIndexes");
        public static final ActionSet DESCRIBE_IMPORT_TASK_BATCHES = of("logs:DescribeImportTaskBatches");
        public static final ActionSet DESCRIBE_IMPORT_TASKS = of("logs:DescribeImportTasks");
        public static final ActionSet DESCRIBE_INDEX_POLICIES = of("logs:DescribeIndexPolicies");
        public static final ActionSet DESCRIBE_LOG_GROUPS = of("logs:DescribeLogGroups");
        public static final ActionSet DESCRIBE_LOG_STREAMS = of("logs:DescribeLogStreams");
        public static final ActionSet DESCRIBE_LOOKUP_TABLES = of("logs:DescribeLookupTables");
        public static final ActionSet DESCRIBE_METRIC_FILTERS = of("logs:DescribeMetricFilters");
        public static final ActionSet DESCRIBE_QUERIES = of("logs:DescribeQueries");
        public static final ActionSet DESCRIBE_QUERY_DEFINITIONS = of("logs:DescribeQueryDefinitions");
        public static final ActionSet DESCRIBE_RESOURCE_POLICIES = of("logs:DescribeResourcePolicies");
        public static final ActionSet DESCRIBE_SUBSCRIPTION_FILTERS = of("logs:DescribeSubscriptionFilters");
        public static final ActionSet DISASSOCIATE_KMS_KEY = of("logs:DisassociateKmsKey");
        public static final ActionSet DISASSOCIATE_SOURCE_FROM_S3_TABLE_INTEGRATION =
                of("logs:DisassociateSourceFromS3TableIntegration");
        public static final ActionSet FILTER_LOG_EVENTS = of("logs:FilterLogEvents");
        public static final ActionSet GET_DATA_PROTECTION_POLICY = of("logs:GetDataProtectionPolicy");
        public static final ActionSet GET_DELIVERY = of("logs:GetDelivery");
        public static final ActionSet GET_DELIVERY_DESTINATION = of("logs:GetDeliveryDestination");
        public static final ActionSet GET_DELIVERY_DESTINATION_POLICY = of("logs:GetDeliveryDestinationPolicy");
        public static final ActionSet GET_DELIVERY_SOURCE = of("logs:GetDeliverySource");
        public static final ActionSet GET_INTEGRATION = of("logs:GetIntegration");
        public static final ActionSet GET_LOG_ANOMALY_DETECTOR = of("logs:GetLogAnomalyDetector");
        public static final ActionSet GET_LOG_DELIVERY = of("logs:GetLogDelivery");
        public static final ActionSet GET_LOG_EVENTS = of("logs:GetLogEvents");
        public static final ActionSet GET_LOG_FIELDS = of("logs:GetLogFields");
        public static final ActionSet GET_LOG_GROUP_FIELDS = of("logs:GetLogGroupFields");
        public static final ActionSet GET_LOG_RECORD = of("logs:GetLogRecord");
        public static final ActionSet GET_LOOKUP_TABLE = of("logs:GetLookupTable");
        public static final ActionSet GET_QUERY_RESULTS = of("logs:GetQueryResults");
        public static final ActionSet GET_SCHEDULED_QUERY = of("logs:GetScheduledQuery");
        public static final ActionSet GET_SCHEDULED_QUERY_HISTORY = of("logs:GetScheduledQueryHistory");
        public static final ActionSet GET_STORAGE_TIER_POLICY = of("logs:GetStorageTierPolicy");
        public static final ActionSet GET_TRANSFORMER = of("logs:GetTransformer");
        public static final ActionSet INTEGRATE_WITH_S3_TABLE = of("logs:IntegrateWithS3Table");
        public static final ActionSet LINK = of("logs:Link");
        public static final ActionSet LIST_AGGREGATE_LOG_GROUP_SUMMARIES = of("logs:ListAggregateLogGroupSummaries");
        public static final ActionSet LIST_ANOMALIES = of("logs:ListAnomalies");
        public static final ActionSet LIST_ENTITIES_FOR_LOG_GROUP = of("logs:ListEntitiesForLogGroup");
        public static final ActionSet LIST_INTEGRATIONS = of("logs:ListIntegrations");
        public static final ActionSet LIST_LOG_ANOMALY_DETECTORS = of("logs:ListLogAnomalyDetectors");
        public static final ActionSet LIST_LOG_DELIVERIES = of("logs:ListLogDeliveries");
        public static final ActionSet LIST_LOG_GROUPS = of("logs:ListLogGroups");
        public static final ActionSet LIST_LOG_GROUPS_FOR_ENTITY = of("logs:ListLogGroupsForEntity");
        public static final ActionSet LIST_LOG_GROUPS_FOR_QUERY = of("logs:ListLogGroupsForQuery");
        public static final ActionSet LIST_SCHEDULED_QUERIES = of("logs:ListScheduledQueries");
        public static final ActionSet LIST_SOURCES_FOR_S3_TABLE_INTEGRATION =
                of("logs:ListSourcesForS3TableIntegration");
        public static final ActionSet LIST_SYSLOG_CONFIGURATIONS = of("logs:ListSyslogConfigurations");
        public static final ActionSet LIST_TAGS_FOR_RESOURCE = of("logs:ListTagsForResource");
        public static final ActionSet LIST_TAGS_LOG_GROUP = of("logs:ListTagsLogGroup");
        public static final ActionSet PROCESS_WITH_PIPELINE = of("logs:ProcessWithPipeline");
        public static final ActionSet PUT_ACCOUNT_POLICY = of("logs:PutAccountPolicy");
        public static final ActionSet PUT_BEARER_TOKEN_AUTHENTICATION = of("logs:PutBearerTokenAuthentication");
        public static final ActionSet PUT_DATA_PROTECTION_POLICY = of("logs:PutDataProtectionPolicy");
        public static final ActionSet PUT_DELIVERY_DESTINATION = of("logs:PutDeliveryDestination");
        public static final ActionSet PUT_DELIVERY_DESTINATION_POLICY = of("logs:PutDeliveryDestinationPolicy");
        public static final ActionSet PUT_DELIVERY_SOURCE = of("logs:PutDeliverySource");
        public static final ActionSet PUT_DESTINATION = of("logs:PutDestination");
        public static final ActionSet PUT_DESTINATION_POLICY = of("logs:PutDestinationPolicy");
        public static final ActionSet PUT_INDEX_POLICY = of("logs:PutIndexPolicy");
        public static final ActionSet PUT_INTEGRATION = of("logs:PutIntegration");
        public static final ActionSet PUT_LOG_EVENTS = of("logs:PutLogEvents");
        public static final ActionSet PUT_LOG_GROUP_DELETION_PROTECTION = of("logs:PutLogGroupDeletionProtection");
        public static final ActionSet PUT_METRIC_FILTER = of("logs:PutMetricFilter");
        public static final ActionSet PUT_PIPELINE_RULE = of("logs:PutPipelineRule");
        public static final ActionSet PUT_QUERY_DEFINITION = of("logs:PutQueryDefinition");
        public static final ActionSet PUT_RESOURCE_POLICY = of("logs:PutResourcePolicy");
        public static final ActionSet PUT_RETENTION_POLICY = of("logs:PutRetentionPolicy");
        public static final ActionSet PUT_STORAGE_TIER_POLICY = of("logs:PutStorageTierPolicy");
        public static final ActionSet PUT_SUBSCRIPTION_FILTER = of("logs:PutSubscriptionFilter");
        public static final ActionSet PUT_SYSLOG_CONFIGURATION = of("logs:PutSyslogConfiguration");
        public static final ActionSet PUT_TRANSFORMER = of("logs:PutTransformer");
        public static final ActionSet START_LIVE_TAIL = of("logs:StartLiveTail");
        public static final ActionSet START_QUERY = of("logs:StartQuery");
        public static final ActionSet STOP_LIVE_TAIL = of("logs:StopLiveTail");
        public static final ActionSet STOP_QUERY = of("logs:StopQuery");
        public static final ActionSet TAG_LOG_GROUP = of("logs:TagLogGroup");
        public static final ActionSet TAG_RESOURCE = of("logs:TagResource");
        public static final ActionSet TEST_METRIC_FILTER = of("logs:TestMetricFilter");
        public static final ActionSet TEST_TRANSFORMER = of("logs:TestTransformer");
        public static final ActionSet UNMASK = of("logs:Unmask");
        public static final ActionSet UNTAG_LOG_GROUP = of("logs:UntagLogGroup");
        public static final ActionSet UNTAG_RESOURCE = of("logs:UntagResource");
        public static final ActionSet UPDATE_ANOMALY = of("logs:UpdateAnomaly");
        public static final ActionSet UPDATE_DELIVERY_CONFIGURATION = of("logs:UpdateDeliveryConfiguration");
        public static final ActionSet UPDATE_LOG_ANOMALY_DETECTOR = of("logs:UpdateLogAnomalyDetector");
        public static final ActionSet UPDATE_LOG_DELIVERY = of("logs:UpdateLogDelivery");
        public static final ActionSet UPDATE_LOOKUP_TABLE = of("logs:UpdateLookupTable");
        public static final ActionSet UPDATE_SCHEDULED_QUERY = of("logs:UpdateScheduledQuery");
    }

    /** Actions of Amazon S3, {@code s3:…}. */
    public static final class S3 {
        private S3() {}

        public static final ActionSet ABORT_MULTIPART_UPLOAD = of("s3:AbortMultipartUpload");
        public static final ActionSet ALLOW_VENDED_LOG_DELIVERY_FOR_RESOURCE =
                of("s3:AllowVendedLogDeliveryForResource");
        public static final ActionSet ASSOCIATE_ACCESS_GRANTS_IDENTITY_CENTER =
                of("s3:AssociateAccessGrantsIdentityCenter");
        public static final ActionSet BYPASS_GOVERNANCE_RETENTION = of("s3:BypassGovernanceRetention");
        public static final ActionSet CREATE_ACCESS_GRANT = of("s3:CreateAccessGrant");
        public static final ActionSet CREATE_ACCESS_GRANTS_INSTANCE = of("s3:CreateAccessGrantsInstance");
        public static final ActionSet CREATE_ACCESS_GRANTS_LOCATION = of("s3:CreateAccessGrantsLocation");
        public static final ActionSet CREATE_ACCESS_POINT = of("s3:CreateAccessPoint");
        public static final ActionSet CREATE_ACCESS_POINT_FOR_OBJECT_LAMBDA = of("s3:CreateAccessPointForObjectLambda");
        public static final ActionSet CREATE_BUCKET = of("s3:CreateBucket");
        public static final ActionSet CREATE_BUCKET_METADATA_TABLE_CONFIGURATION =
                of("s3:CreateBucketMetadataTableConfiguration");
        public static final ActionSet CREATE_JOB = of("s3:CreateJob");
        public static final ActionSet CREATE_MULTI_REGION_ACCESS_POINT = of("s3:CreateMultiRegionAccessPoint");
        public static final ActionSet CREATE_STORAGE_LENS_GROUP = of("s3:CreateStorageLensGroup");
        public static final ActionSet DELETE_ACCESS_GRANT = of("s3:DeleteAccessGrant");
        public static final ActionSet DELETE_ACCESS_GRANTS_INSTANCE = of("s3:DeleteAccessGrantsInstance");
        public static final ActionSet DELETE_ACCESS_GRANTS_INSTANCE_RESOURCE_POLICY =
                of("s3:DeleteAccessGrantsInstanceResourcePolicy");
        public static final ActionSet DELETE_ACCESS_GRANTS_LOCATION = of("s3:DeleteAccessGrantsLocation");
        public static final ActionSet DELETE_ACCESS_POINT = of("s3:DeleteAccessPoint");
        public static final ActionSet DELETE_ACCESS_POINT_FOR_OBJECT_LAMBDA = of("s3:DeleteAccessPointForObjectLambda");
        public static final ActionSet DELETE_ACCESS_POINT_POLICY = of("s3:DeleteAccessPointPolicy");
        public static final ActionSet DELETE_ACCESS_POINT_POLICY_FOR_OBJECT_LAMBDA =
                of("s3:DeleteAccessPointPolicyForObjectLambda");
        public static final ActionSet DELETE_BUCKET = of("s3:DeleteBucket");
        public static final ActionSet DELETE_BUCKET_METADATA_TABLE_CONFIGURATION =
                of("s3:DeleteBucketMetadataTableConfiguration");
        public static final ActionSet DELETE_BUCKET_POLICY = of("s3:DeleteBucketPolicy");
        public static final ActionSet DELETE_BUCKET_WEBSITE = of("s3:DeleteBucketWebsite");
        public static final ActionSet DELETE_JOB_TAGGING = of("s3:DeleteJobTagging");
        public static final ActionSet DELETE_MULTI_REGION_ACCESS_POINT = of("s3:DeleteMultiRegionAccessPoint");
        public static final ActionSet DELETE_OBJECT = of("s3:DeleteObject");
        public static final ActionSet DELETE_OBJECT_ANNOTATION = of("s3:DeleteObjectAnnotation");
        public static final ActionSet DELETE_OBJECT_TAGGING = of("s3:DeleteObjectTagging");
        public static final ActionSet DELETE_OBJECT_VERSION = of("s3:DeleteObjectVersion");
        public static final ActionSet DELETE_OBJECT_VERSION_ANNOTATION = of("s3:DeleteObjectVersionAnnotation");
        public static final ActionSet DELETE_OBJECT_VERSION_TAGGING = of("s3:DeleteObjectVersionTagging");
        public static final ActionSet DELETE_STORAGE_LENS_CONFIGURATION = of("s3:DeleteStorageLensConfiguration");
        public static final ActionSet DELETE_STORAGE_LENS_CONFIGURATION_TAGGING =
                of("s3:DeleteStorageLensConfigurationTagging");
        public static final ActionSet DELETE_STORAGE_LENS_GROUP = of("s3:DeleteStorageLensGroup");
        public static final ActionSet DESCRIBE_JOB = of("s3:DescribeJob");
        public static final ActionSet DESCRIBE_MULTI_REGION_ACCESS_POINT_OPERATION =
                of("s3:DescribeMultiRegionAccessPointOperation");
        public static final ActionSet DISSOCIATE_ACCESS_GRANTS_IDENTITY_CENTER =
                of("s3:DissociateAccessGrantsIdentityCenter");
        public static final ActionSet GET_ACCELERATE_CONFIGURATION = of("s3:GetAccelerateConfiguration");
        public static final ActionSet GET_ACCESS_GRANT = of("s3:GetAccessGrant");
        public static final ActionSet GET_ACCESS_GRANTS_INSTANCE = of("s3:GetAccessGrantsInstance");
        public static final ActionSet GET_ACCESS_GRANTS_INSTANCE_FOR_PREFIX = of("s3:GetAccessGrantsInstanceForPrefix");
        public static final ActionSet GET_ACCESS_GRANTS_INSTANCE_RESOURCE_POLICY =
                of("s3:GetAccessGrantsInstanceResourcePolicy");
        public static final ActionSet GET_ACCESS_GRANTS_LOCATION = of("s3:GetAccessGrantsLocation");
        public static final ActionSet GET_ACCESS_POINT = of("s3:GetAccessPoint");
        public static final ActionSet GET_ACCESS_POINT_CONFIGURATION_FOR_OBJECT_LAMBDA =
                of("s3:GetAccessPointConfigurationForObjectLambda");
        public static final ActionSet GET_ACCESS_POINT_FOR_OBJECT_LAMBDA = of("s3:GetAccessPointForObjectLambda");
        public static final ActionSet GET_ACCESS_POINT_POLICY = of("s3:GetAccessPointPolicy");
        public static final ActionSet GET_ACCESS_POINT_POLICY_FOR_OBJECT_LAMBDA =
                of("s3:GetAccessPointPolicyForObjectLambda");
        public static final ActionSet GET_ACCESS_POINT_POLICY_STATUS = of("s3:GetAccessPointPolicyStatus");
        public static final ActionSet GET_ACCESS_POINT_POLICY_STATUS_FOR_OBJECT_LAMBDA =
                of("s3:GetAccessPointPolicyStatusForObjectLambda");
        public static final ActionSet GET_ACCOUNT_PUBLIC_ACCESS_BLOCK = of("s3:GetAccountPublicAccessBlock");
        public static final ActionSet GET_ANALYTICS_CONFIGURATION = of("s3:GetAnalyticsConfiguration");
        public static final ActionSet GET_BUCKET_ABAC = of("s3:GetBucketAbac");
        public static final ActionSet GET_BUCKET_ACL = of("s3:GetBucketAcl");
        public static final ActionSet GET_BUCKET_CORS = of("s3:GetBucketCORS");
        public static final ActionSet GET_BUCKET_LOCATION = of("s3:GetBucketLocation");
        public static final ActionSet GET_BUCKET_LOGGING = of("s3:GetBucketLogging");
        public static final ActionSet GET_BUCKET_METADATA_TABLE_CONFIGURATION =
                of("s3:GetBucketMetadataTableConfiguration");
        public static final ActionSet GET_BUCKET_NOTIFICATION = of("s3:GetBucketNotification");
        public static final ActionSet GET_BUCKET_OBJECT_LOCK_CONFIGURATION = of("s3:GetBucketObjectLockConfiguration");
        public static final ActionSet GET_BUCKET_OWNERSHIP_CONTROLS = of("s3:GetBucketOwnershipControls");
        public static final ActionSet GET_BUCKET_POLICY = of("s3:GetBucketPolicy");
        public static final ActionSet GET_BUCKET_POLICY_STATUS = of("s3:GetBucketPolicyStatus");
        public static final ActionSet GET_BUCKET_PUBLIC_ACCESS_BLOCK = of("s3:GetBucketPublicAccessBlock");
        public static final ActionSet GET_BUCKET_REQUEST_PAYMENT = of("s3:GetBucketRequestPayment");
        public static final ActionSet GET_BUCKET_TAGGING = of("s3:GetBucketTagging");
        public static final ActionSet GET_BUCKET_VERSIONING = of("s3:GetBucketVersioning");
        public static final ActionSet GET_BUCKET_WEBSITE = of("s3:GetBucketWebsite");
        public static final ActionSet GET_DATA_ACCESS = of("s3:GetDataAccess");
        public static final ActionSet GET_ENCRYPTION_CONFIGURATION = of("s3:GetEncryptionConfiguration");
        public static final ActionSet GET_INTELLIGENT_TIERING_CONFIGURATION =
                of("s3:GetIntelligentTieringConfiguration");
        public static final ActionSet GET_INVENTORY_CONFIGURATION = of("s3:GetInventoryConfiguration");
        public static final ActionSet GET_JOB_TAGGING = of("s3:GetJobTagging");
        public static final ActionSet GET_LIFECYCLE_CONFIGURATION = of("s3:GetLifecycleConfiguration");
        public static final ActionSet GET_METRICS_CONFIGURATION = of("s3:GetMetricsConfiguration");
        public static final ActionSet GET_MULTI_REGION_ACCESS_POINT = of("s3:GetMultiRegionAccessPoint");
        public static final ActionSet GET_MULTI_REGION_ACCESS_POINT_POLICY = of("s3:GetMultiRegionAccessPointPolicy");
        public static final ActionSet GET_MULTI_REGION_ACCESS_POINT_POLICY_STATUS =
                of("s3:GetMultiRegionAccessPointPolicyStatus");
        public static final ActionSet GET_MULTI_REGION_ACCESS_POINT_ROUTES = of("s3:GetMultiRegionAccessPointRoutes");
        public static final ActionSet GET_OBJECT = of("s3:GetObject");
        public static final ActionSet GET_OBJECT_ACL = of("s3:GetObjectAcl");
        public static final ActionSet GET_OBJECT_ANNOTATION = of("s3:GetObjectAnnotation");
        public static final ActionSet GET_OBJECT_ATTRIBUTES = of("s3:GetObjectAttributes");
        public static final ActionSet GET_OBJECT_LEGAL_HOLD = of("s3:GetObjectLegalHold");
        public static final ActionSet GET_OBJECT_RETENTION = of("s3:GetObjectRetention");
        public static final ActionSet GET_OBJECT_TAGGING = of("s3:GetObjectTagging");
        public static final ActionSet GET_OBJECT_TORRENT = of("s3:GetObjectTorrent");
        public static final ActionSet GET_OBJECT_VERSION = of("s3:GetObjectVersion");
        public static final ActionSet GET_OBJECT_VERSION_ACL = of("s3:GetObjectVersionAcl");
        public static final ActionSet GET_OBJECT_VERSION_ANNOTATION = of("s3:GetObjectVersionAnnotation");
        public static final ActionSet GET_OBJECT_VERSION_ANNOTATION_FOR_REPLICATION =
                of("s3:GetObjectVersionAnnotationForReplication");
        public static final ActionSet GET_OBJECT_VERSION_ATTRIBUTES = of("s3:GetObjectVersionAttributes");
        public static final ActionSet GET_OBJECT_VERSION_FOR_REPLICATION = of("s3:GetObjectVersionForReplication");
        public static final ActionSet GET_OBJECT_VERSION_TAGGING = of("s3:GetObjectVersionTagging");
        public static final ActionSet GET_OBJECT_VERSION_TORRENT = of("s3:GetObjectVersionTorrent");
        public static final ActionSet GET_REPLICATION_CONFIGURATION = of("s3:GetReplicationConfiguration");
        public static final ActionSet GET_STORAGE_LENS_CONFIGURATION = of("s3:GetStorageLensConfiguration");
        public static final ActionSet GET_STORAGE_LENS_CONFIGURATION_TAGGING =
                of("s3:GetStorageLensConfigurationTagging");
        public static final ActionSet GET_STORAGE_LENS_DASHBOARD = of("s3:GetStorageLensDashboard");
        public static final ActionSet GET_STORAGE_LENS_GROUP = of("s3:GetStorageLensGroup");
        public static final ActionSet INITIATE_REPLICATION = of("s3:InitiateReplication");
        public static final ActionSet LIST_ACCESS_GRANTS = of("s3:ListAccessGrants");
        public static final ActionSet LIST_ACCESS_GRANTS_INSTANCES = of("s3:ListAccessGrantsInstances");
        public static final ActionSet LIST_ACCESS_GRANTS_LOCATIONS = of("s3:ListAccessGrantsLocations");
        public static final ActionSet LIST_ACCESS_POINTS = of("s3:ListAccessPoints");
        public static final ActionSet LIST_ACCESS_POINTS_FOR_OBJECT_LAMBDA = of("s3:ListAccessPointsForObjectLambda");
        public static final ActionSet LIST_ALL_MY_BUCKETS = of("s3:ListAllMyBuckets");
        public static final ActionSet LIST_BUCKET = of("s3:ListBucket");
        public static final ActionSet LIST_BUCKET_MULTIPART_UPLOADS = of("s3:ListBucketMultipartUploads");
        public static final ActionSet LIST_BUCKET_VERSIONS = of("s3:ListBucketVersions");
        public static final ActionSet LIST_CALLER_ACCESS_GRANTS = of("s3:ListCallerAccessGrants");
        public static final ActionSet LIST_JOBS = of("s3:ListJobs");
        public static final ActionSet LIST_MULTIPART_UPLOAD_PARTS = of("s3:ListMultipartUploadParts");
        public static final ActionSet LIST_MULTI_REGION_ACCESS_POINTS = of("s3:ListMultiRegionAccessPoints");
        public static final ActionSet LIST_OBJECT_ANNOTATIONS = of("s3:ListObjectAnnotations");
        public static final ActionSet LIST_OBJECT_VERSION_ANNOTATIONS = of("s3:ListObjectVersionAnnotations");
        public static final ActionSet LIST_STORAGE_LENS_CONFIGURATIONS = of("s3:ListStorageLensConfigurations");
        public static final ActionSet LIST_STORAGE_LENS_GROUPS = of("s3:ListStorageLensGroups");
        public static final ActionSet LIST_TAGS_FOR_RESOURCE = of("s3:ListTagsForResource");
        public static final ActionSet OBJECT_OWNER_OVERRIDE_TO_BUCKET_OWNER = of("s3:ObjectOwnerOverrideToBucketOwner");
        public static final ActionSet PAUSE_REPLICATION = of("s3:PauseReplication");
        public static final ActionSet PUT_ACCELERATE_CONFIGURATION = of("s3:PutAccelerateConfiguration");
        public static final ActionSet PUT_ACCESS_GRANTS_INSTANCE_RESOURCE_POLICY =
                of("s3:PutAccessGrantsInstanceResourcePolicy");
        public static final ActionSet PUT_ACCESS_POINT_CONFIGURATION_FOR_OBJECT_LAMBDA =
                of("s3:PutAccessPointConfigurationForObjectLambda");
        public static final ActionSet PUT_ACCESS_POINT_POLICY = of("s3:PutAccessPointPolicy");
        public static final ActionSet PUT_ACCESS_POINT_POLICY_FOR_OBJECT_LAMBDA =
                of("s3:PutAccessPointPolicyForObjectLambda");
        public static final ActionSet PUT_ACCESS_POINT_PUBLIC_ACCESS_BLOCK = of("s3:PutAccessPointPublicAccessBlock");
        public static final ActionSet PUT_ACCOUNT_PUBLIC_ACCESS_BLOCK = of("s3:PutAccountPublicAccessBlock");
        public static final ActionSet PUT_ANALYTICS_CONFIGURATION = of("s3:PutAnalyticsConfiguration");
        public static final ActionSet PUT_BUCKET_ABAC = of("s3:PutBucketAbac");
        public static final ActionSet PUT_BUCKET_ACL = of("s3:PutBucketAcl");
        public static final ActionSet PUT_BUCKET_CORS = of("s3:PutBucketCORS");
        public static final ActionSet PUT_BUCKET_LOGGING = of("s3:PutBucketLogging");
        public static final ActionSet PUT_BUCKET_NOTIFICATION = of("s3:PutBucketNotification");
        public static final ActionSet PUT_BUCKET_OBJECT_LOCK_CONFIGURATION = of("s3:PutBucketObjectLockConfiguration");
        public static final ActionSet PUT_BUCKET_OWNERSHIP_CONTROLS = of("s3:PutBucketOwnershipControls");
        public static final ActionSet PUT_BUCKET_POLICY = of("s3:PutBucketPolicy");
        public static final ActionSet PUT_BUCKET_PUBLIC_ACCESS_BLOCK = of("s3:PutBucketPublicAccessBlock");
        public static final ActionSet PUT_BUCKET_REQUEST_PAYMENT = of("s3:PutBucketRequestPayment");
        public static final ActionSet PUT_BUCKET_TAGGING = of("s3:PutBucketTagging");
        public static final ActionSet PUT_BUCKET_VERSIONING = of("s3:PutBucketVersioning");
        public static final ActionSet PUT_BUCKET_WEBSITE = of("s3:PutBucketWebsite");
        public static final ActionSet PUT_ENCRYPTION_CONFIGURATION = of("s3:PutEncryptionConfiguration");
        public static final ActionSet PUT_INTELLIGENT_TIERING_CONFIGURATION =
                of("s3:PutIntelligentTieringConfiguration");
        public static final ActionSet PUT_INVENTORY_CONFIGURATION = of("s3:PutInventoryConfiguration");
        public static final ActionSet PUT_JOB_TAGGING = of("s3:PutJobTagging");
        public static final ActionSet PUT_LIFECYCLE_CONFIGURATION = of("s3:PutLifecycleConfiguration");
        public static final ActionSet PUT_METRICS_CONFIGURATION = of("s3:PutMetricsConfiguration");
        public static final ActionSet PUT_MULTI_REGION_ACCESS_POINT_POLICY = of("s3:PutMultiRegionAccessPointPolicy");
        public static final ActionSet PUT_OBJECT = of("s3:PutObject");
        public static final ActionSet PUT_OBJECT_ACL = of("s3:PutObjectAcl");
        public static final ActionSet PUT_OBJECT_ANNOTATION = of("s3:PutObjectAnnotation");
        public static final ActionSet PUT_OBJECT_LEGAL_HOLD = of("s3:PutObjectLegalHold");
        public static final ActionSet PUT_OBJECT_RETENTION = of("s3:PutObjectRetention");
        public static final ActionSet PUT_OBJECT_TAGGING = of("s3:PutObjectTagging");
        public static final ActionSet PUT_OBJECT_VERSION_ACL = of("s3:PutObjectVersionAcl");
        public static final ActionSet PUT_OBJECT_VERSION_ANNOTATION = of("s3:PutObjectVersionAnnotation");
        public static final ActionSet PUT_OBJECT_VERSION_TAGGING = of("s3:PutObjectVersionTagging");
        public static final ActionSet PUT_REPLICATION_CONFIGURATION = of("s3:PutReplicationConfiguration");
        public static final ActionSet PUT_STORAGE_LENS_CONFIGURATION = of("s3:PutStorageLensConfiguration");
        public static final ActionSet PUT_STORAGE_LENS_CONFIGURATION_TAGGING =
                of("s3:PutStorageLensConfigurationTagging");
        public static final ActionSet REPLICATE_DELETE = of("s3:ReplicateDelete");
        public static final ActionSet REPLICATE_OBJECT = of("s3:ReplicateObject");
        public static final ActionSet REPLICATE_OBJECT_ANNOTATION = of("s3:ReplicateObjectAnnotation");
        public static final ActionSet REPLICATE_TAGS = of("s3:ReplicateTags");
        public static final ActionSet RESTORE_OBJECT = of("s3:RestoreObject");
        public static final ActionSet SUBMIT_MULTI_REGION_ACCESS_POINT_ROUTES =
                of("s3:SubmitMultiRegionAccessPointRoutes");
        public static final ActionSet TAG_RESOURCE = of("s3:TagResource");
        public static final ActionSet UNTAG_RESOURCE = of("s3:UntagResource");
        public static final ActionSet UPDATE_ACCESS_GRANTS_LOCATION = of("s3:UpdateAccessGrantsLocation");
        public static final ActionSet UPDATE_BUCKET_METADATA_ANNOTATION_TABLE_CONFIGURATION =
                of("s3:UpdateBucketMetadataAnnotationTableConfiguration");
        public static final ActionSet UPDATE_BUCKET_METADATA_INVENTORY_TABLE_CONFIGURATION =
                of("s3:UpdateBucketMetadataInventoryTableConfiguration");
        public static final ActionSet UPDATE_BUCKET_METADATA_JOURNAL_TABLE_CONFIGURATION =
                of("s3:UpdateBucketMetadataJournalTableConfiguration");
        public static final ActionSet UPDATE_JOB_PRIORITY = of("s3:UpdateJobPriority");
        public static final ActionSet UPDATE_JOB_STATUS = of("s3:UpdateJobStatus");
        public static final ActionSet UPDATE_OBJECT_ENCRYPTION = of("s3:UpdateObjectEncryption");
        public static final ActionSet UPDATE_STORAGE_LENS_GROUP = of("s3:UpdateStorageLensGroup");
    }

    /** Actions of IAM, {@code iam:…}. */
    public static final class Iam {
        private Iam() {}

        public static final ActionSet ACCEPT_DELEGATION_REQUEST = of("iam:AcceptDelegationRequest");
        public static final ActionSet ADD_CLIENT_ID_TO_OPEN_ID_CONNECT_PROVIDER =
                of("iam:AddClientIDToOpenIDConnectProvider");
        public static final ActionSet ADD_ROLE_TO_INSTANCE_PROFILE = of("iam:AddRoleToInstanceProfile");
        public static final ActionSet ADD_USER_TO_GROUP = of("iam:AddUserToGroup");
        public static final ActionSet ASSOCIATE_DELEGATION_REQUEST = of("iam:AssociateDelegationRequest");
        public static final ActionSet ATTACH_GROUP_POLICY = of("iam:AttachGroupPolicy");
        public static final ActionSet ATTACH_ROLE_POLICY = of("iam:AttachRolePolicy");
        public static final ActionSet ATTACH_USER_POLICY = of("iam:AttachUserPolicy");
        public static final ActionSet CHANGE_PASSWORD = of("iam:ChangePassword");
        public static final ActionSet CREATE_ACCESS_KEY = of("iam:CreateAccessKey");
        public static final ActionSet CREATE_ACCOUNT_ALIAS = of("iam:CreateAccountAlias");
        public static final ActionSet CREATE_DELEGATION_REQUEST = of("iam:CreateDelegationRequest");
        public static final ActionSet CREATE_GROUP = of("iam:CreateGroup");
        public static final ActionSet CREATE_INSTANCE_PROFILE = of("iam:CreateInstanceProfile");
        public static final ActionSet CREATE_LOGIN_PROFILE = of("iam:CreateLoginProfile");
        public static final ActionSet CREATE_OPEN_ID_CONNECT_PROVIDER = of("iam:CreateOpenIDConnectProvider");
        public static final ActionSet CREATE_POLICY = of("iam:CreatePolicy");
        public static final ActionSet CREATE_POLICY_VERSION = of("iam:CreatePolicyVersion");
        public static final ActionSet CREATE_ROLE = of("iam:CreateRole");
        public static final ActionSet CREATE_SAML_PROVIDER = of("iam:CreateSAMLProvider");
        public static final ActionSet CREATE_SERVICE_LINKED_ROLE = of("iam:CreateServiceLinkedRole");
        public static final ActionSet CREATE_SERVICE_SPECIFIC_CREDENTIAL = of("iam:CreateServiceSpecificCredential");
        public static final ActionSet CREATE_USER = of("iam:CreateUser");
        public static final ActionSet CREATE_VIRTUAL_MFA_DEVICE = of("iam:CreateVirtualMFADevice");
        public static final ActionSet DEACTIVATE_MFA_DEVICE = of("iam:DeactivateMFADevice");
        public static final ActionSet DELETE_ACCESS_KEY = of("iam:DeleteAccessKey");
        public static final ActionSet DELETE_ACCOUNT_ALIAS = of("iam:DeleteAccountAlias");
        public static final ActionSet DELETE_ACCOUNT_PASSWORD_POLICY = of("iam:DeleteAccountPasswordPolicy");
        public static final ActionSet DELETE_CLOUD_FRONT_PUBLIC_KEY = of("iam:DeleteCloudFrontPublicKey");
        public static final ActionSet DELETE_GROUP = of("iam:DeleteGroup");
        public static final ActionSet DELETE_GROUP_POLICY = of("iam:DeleteGroupPolicy");
        public static final ActionSet DELETE_INSTANCE_PROFILE = of("iam:DeleteInstanceProfile");
        public static final ActionSet DELETE_LOGIN_PROFILE = of("iam:DeleteLoginProfile");
        public static final ActionSet DELETE_OPEN_ID_CONNECT_PROVIDER = of("iam:DeleteOpenIDConnectProvider");
        public static final ActionSet DELETE_POLICY = of("iam:DeletePolicy");
        public static final ActionSet DELETE_POLICY_VERSION = of("iam:DeletePolicyVersion");
        public static final ActionSet DELETE_ROLE = of("iam:DeleteRole");
        public static final ActionSet DELETE_ROLE_PERMISSIONS_BOUNDARY = of("iam:DeleteRolePermissionsBoundary");
        public static final ActionSet DELETE_ROLE_POLICY = of("iam:DeleteRolePolicy");
        public static final ActionSet DELETE_SAML_PROVIDER = of("iam:DeleteSAMLProvider");
        public static final ActionSet DELETE_SERVER_CERTIFICATE = of("iam:DeleteServerCertificate");
        public static final ActionSet DELETE_SERVICE_LINKED_ROLE = of("iam:DeleteServiceLinkedRole");
        public static final ActionSet DELETE_SERVICE_SPECIFIC_CREDENTIAL = of("iam:DeleteServiceSpecificCredential");
        public static final ActionSet DELETE_SIGNING_CERTIFICATE = of("iam:DeleteSigningCertificate");
        public static final ActionSet DELETE_SSH_PUBLIC_KEY = of("iam:DeleteSSHPublicKey");
        public static final ActionSet DELETE_USER = of("iam:DeleteUser");
        public static final ActionSet DELETE_USER_PERMISSIONS_BOUNDARY = of("iam:DeleteUserPermissionsBoundary");
        public static final ActionSet DELETE_USER_POLICY = of("iam:DeleteUserPolicy");
        public static final ActionSet DELETE_VIRTUAL_MFA_DEVICE = of("iam:DeleteVirtualMFADevice");
        public static final ActionSet DETACH_GROUP_POLICY = of("iam:DetachGroupPolicy");
        public static final ActionSet DETACH_ROLE_POLICY = of("iam:DetachRolePolicy");
        public static final ActionSet DETACH_USER_POLICY = of("iam:DetachUserPolicy");
        public static final ActionSet DISABLE_ORGANIZATIONS_ROOT_CREDENTIALS_MANAGEMENT =
                of("iam:DisableOrganizationsRootCredentialsManagement");
        public static final ActionSet DISABLE_ORGANIZATIONS_ROOT_SESSIONS = of("iam:DisableOrganizationsRootSessions");
        public static final ActionSet DISABLE_OUTBOUND_WEB_IDENTITY_FEDERATION =
                of("iam:DisableOutboundWebIdentityFederation");
        public static final ActionSet ENABLE_MFA_DEVICE = of("iam:EnableMFADevice");
        public static final ActionSet ENABLE_ORGANIZATIONS_ROOT_CREDENTIALS_MANAGEMENT =
                of("iam:EnableOrganizationsRootCredentialsManagement");
        public static final ActionSet ENABLE_ORGANIZATIONS_ROOT_SESSIONS = of("iam:EnableOrganizationsRootSessions");
        public static final ActionSet ENABLE_OUTBOUND_WEB_IDENTITY_FEDERATION =
                of("iam:EnableOutboundWebIdentityFederation");
        public static final ActionSet GENERATE_CREDENTIAL_REPORT = of("iam:GenerateCredentialReport");
        public static final ActionSet GENERATE_ORGANIZATIONS_ACCESS_REPORT =
                of("iam:GenerateOrganizationsAccessReport");
        public static final ActionSet GENERATE_SERVICE_LAST_ACCESSED_DETAILS =
                of("iam:GenerateServiceLastAccessedDetails");
        public static final ActionSet GET_ACCESS_KEY_LAST_USED = of("iam:GetAccessKeyLastUsed");
        public static final ActionSet GET_ACCOUNT_AUTHORIZATION_DETAILS = of("iam:GetAccountAuthorizationDetails");
        public static final ActionSet GET_ACCOUNT_EMAIL_ADDRESS = of("iam:GetAccountEmailAddress");
        public static final ActionSet GET_ACCOUNT_NAME = of("iam:GetAccountName");
        public static final ActionSet GET_ACCOUNT_PASSWORD_POLICY = of("iam:GetAccountPasswordPolicy");
        public static final ActionSet GET_ACCOUNT_PROPERTIES = of("iam:GetAccountProperties");
        public static final ActionSet GET_ACCOUNT_SUMMARY = of("iam:GetAccountSummary");
        public static final ActionSet GET_CLOUD_FRONT_PUBLIC_KEY = of("iam:GetCloudFrontPublicKey");
        public static final ActionSet GET_CONTEXT_KEYS_FOR_CUSTOM_POLICY = of("iam:GetContextKeysForCustomPolicy");
        public static final ActionSet GET_CONTEXT_KEYS_FOR_PRINCIPAL_POLICY =
                of("iam:GetContextKeysForPrincipalPolicy");
        public static final ActionSet GET_CREDENTIAL_REPORT = of("iam:GetCredentialReport");
        public static final ActionSet GET_DELEGATION_REQUEST = of("iam:GetDelegationRequest");
        public static final ActionSet GET_GROUP = of("iam:GetGroup");
        public static final ActionSet GET_GROUP_POLICY = of("iam:GetGroupPolicy");
        public static final ActionSet GET_HUMAN_READABLE_SUMMARY = of("iam:GetHumanReadableSummary");
        public static final ActionSet GET_INSTANCE_PROFILE = of("iam:GetInstanceProfile");
        public static final ActionSet GET_LOGIN_PROFILE = of("iam:GetLoginProfile");
        public static final ActionSet GET_MFA_DEVICE = of("iam:GetMFADevice");
        public static final ActionSet GET_OPEN_ID_CONNECT_PROVIDER = of("iam:GetOpenIDConnectProvider");
        public static final ActionSet GET_ORGANIZATIONS_ACCESS_REPORT = of("iam:GetOrganizationsAccessReport");
        public static final ActionSet GET_OUTBOUND_WEB_IDENTITY_FEDERATION_INFO =
                of("iam:GetOutboundWebIdentityFederationInfo");
        public static final ActionSet GET_POLICY = of("iam:GetPolicy");
        public static final ActionSet GET_POLICY_VERSION = of("iam:GetPolicyVersion");
        public static final ActionSet GET_ROLE = of("iam:GetRole");
        public static final ActionSet GET_ROLE_POLICY = of("iam:GetRolePolicy");
        public static final ActionSet GET_ROLE_TEMPLATE_VERSION = of("iam:GetRoleTemplateVersion");
        public static final ActionSet GET_SAML_PROVIDER = of("iam:GetSAMLProvider");
        public static final ActionSet GET_SERVER_CERTIFICATE = of("iam:GetServerCertificate");
        public static final ActionSet GET_SERVICE_LAST_ACCESSED_DETAILS = of("iam:GetServiceLastAccessedDetails");
        public static final ActionSet GET_SERVICE_LAST_ACCESSED_DETAILS_WITH_ENTITIES =
                of("iam:GetServiceLastAccessedDetailsWithEntities");
        public static final ActionSet GET_SERVICE_LINKED_ROLE_DELETION_STATUS =
                of("iam:GetServiceLinkedRoleDeletionStatus");
        public static final ActionSet GET_SSH_PUBLIC_KEY = of("iam:GetSSHPublicKey");
        public static final ActionSet GET_USER = of("iam:GetUser");
        public static final ActionSet GET_USER_POLICY = of("iam:GetUserPolicy");
        public static final ActionSet LIST_ACCESS_KEYS = of("iam:ListAccessKeys");
        public static final ActionSet LIST_ACCOUNT_ALIASES = of("iam:ListAccountAliases");
        public static final ActionSet LIST_ATTACHED_GROUP_POLICIES = of("iam:ListAttachedGroupPolicies");
        public static final ActionSet LIST_ATTACHED_ROLE_POLICIES = of("iam:ListAttachedRolePolicies");
        public static final ActionSet LIST_ATTACHED_USER_POLICIES = of("iam:ListAttachedUserPolicies");
        public static final ActionSet LIST_CLOUD_FRONT_PUBLIC_KEYS = of("iam:ListCloudFrontPublicKeys");
        public static final ActionSet LIST_DELEGATION_REQUESTS = of("iam:ListDelegationRequests");
        public static final ActionSet LIST_ENTITIES_FOR_POLICY = of("iam:ListEntitiesForPolicy");
        public static final ActionSet LIST_GROUP_POLICIES = of("iam:ListGroupPolicies");
        public static final ActionSet LIST_GROUPS = of("iam:ListGroups");
        public static final ActionSet LIST_GROUPS_FOR_USER = of("iam:ListGroupsForUser");
        public static final ActionSet LIST_INSTANCE_PROFILES = of("iam:ListInstanceProfiles");
        public static final ActionSet LIST_INSTANCE_PROFILES_FOR_ROLE = of("iam:ListInstanceProfilesForRole");
        public static final ActionSet LIST_INSTANCE_PROFILE_TAGS = of("iam:ListInstanceProfileTags");
        public static final ActionSet LIST_MFA_DEVICES = of("iam:ListMFADevices");
        public static final ActionSet LIST_MFA_DEVICE_TAGS = of("iam:ListMFADeviceTags");
        public static final ActionSet LIST_OPEN_ID_CONNECT_PROVIDERS = of("iam:ListOpenIDConnectProviders");
        public static final ActionSet LIST_OPEN_ID_CONNECT_PROVIDER_TAGS = of("iam:ListOpenIDConnectProviderTags");
        public static final ActionSet LIST_ORGANIZATIONS_FEATURES = of("iam:ListOrganizationsFeatures");
        public static final ActionSet LIST_POLICIES = of("iam:ListPolicies");
        public static final ActionSet LIST_POLICIES_GRANTING_SERVICE_ACCESS =
                of("iam:ListPoliciesGrantingServiceAccess");
        public static final ActionSet LIST_POLICY_TAGS = of("iam:ListPolicyTags");
        public static final ActionSet LIST_POLICY_VERSIONS = of("iam:ListPolicyVersions");
        public static final ActionSet LIST_ROLE_POLICIES = of("iam:ListRolePolicies");
        public static final ActionSet LIST_ROLES = of("iam:ListRoles");
        public static final ActionSet LIST_ROLE_TAGS = of("iam:ListRoleTags");
        public static final ActionSet LIST_SAML_PROVIDERS = of("iam:ListSAMLProviders");
        public static final ActionSet LIST_SAML_PROVIDER_TAGS = of("iam:ListSAMLProviderTags");
        public static final ActionSet LIST_SERVER_CERTIFICATES = of("iam:ListServerCertificates");
        public static final ActionSet LIST_SERVER_CERTIFICATE_TAGS = of("iam:ListServerCertificateTags");
        public static final ActionSet LIST_SERVICE_SPECIFIC_CREDENTIALS = of("iam:ListServiceSpecificCredentials");
        public static final ActionSet LIST_SIGNING_CERTIFICATES = of("iam:ListSigningCertificates");
        public static final ActionSet LIST_SSH_PUBLIC_KEYS = of("iam:ListSSHPublicKeys");
        public static final ActionSet LIST_STS_REGIONAL_ENDPOINTS_STATUS = of("iam:ListSTSRegionalEndpointsStatus");
        public static final ActionSet LIST_USER_POLICIES = of("iam:ListUserPolicies");
        public static final ActionSet LIST_USERS = of("iam:ListUsers");
        public static final ActionSet LIST_USER_TAGS = of("iam:ListUserTags");
        public static final ActionSet LIST_VIRTUAL_MFA_DEVICES = of("iam:ListVirtualMFADevices");
        public static final ActionSet PASS_ROLE = of("iam:PassRole");
        public static final ActionSet PUT_ACCOUNT_PROPERTIES = of("iam:PutAccountProperties");
        public static final ActionSet PUT_GROUP_POLICY = of("iam:PutGroupPolicy");
        public static final ActionSet PUT_ROLE_PERMISSIONS_BOUNDARY = of("iam:PutRolePermissionsBoundary");
        public static final ActionSet PUT_ROLE_POLICY = of("iam:PutRolePolicy");
        public static final ActionSet PUT_USER_PERMISSIONS_BOUNDARY = of("iam:PutUserPermissionsBoundary");
        public static final ActionSet PUT_USER_POLICY = of("iam:PutUserPolicy");
        public static final ActionSet REJECT_DELEGATION_REQUEST = of("iam:RejectDelegationRequest");
        public static final ActionSet REMOVE_CLIENT_ID_FROM_OPEN_ID_CONNECT_PROVIDER =
                of("iam:RemoveClientIDFromOpenIDConnectProvider");
        public static final ActionSet REMOVE_ROLE_FROM_INSTANCE_PROFILE = of("iam:RemoveRoleFromInstanceProfile");
        public static final ActionSet REMOVE_USER_FROM_GROUP = of("iam:RemoveUserFromGroup");
        public static final ActionSet RESET_SERVICE_SPECIFIC_CREDENTIAL = of("iam:ResetServiceSpecificCredential");
        public static final ActionSet RESYNC_MFA_DEVICE = of("iam:ResyncMFADevice");
        public static final ActionSet SEND_DELEGATION_TOKEN = of("iam:SendDelegationToken");
        public static final ActionSet SET_DEFAULT_POLICY_VERSION = of("iam:SetDefaultPolicyVersion");
        public static final ActionSet SET_SECURITY_TOKEN_SERVICE_PREFERENCES =
                of("iam:SetSecurityTokenServicePreferences");
        public static final ActionSet SET_STS_REGIONAL_ENDPOINT_STATUS = of("iam:SetSTSRegionalEndpointStatus");
        public static final ActionSet SIMULATE_CUSTOM_POLICY = of("iam:SimulateCustomPolicy");
        public static final ActionSet SIMULATE_PRINCIPAL_POLICY = of("iam:SimulatePrincipalPolicy");
        public static final ActionSet TAG_INSTANCE_PROFILE = of("iam:TagInstanceProfile");
        public static final ActionSet TAG_MFA_DEVICE = of("iam:TagMFADevice");
        public static final ActionSet TAG_OPEN_ID_CONNECT_PROVIDER = of("iam:TagOpenIDConnectProvider");
        public static final ActionSet TAG_POLICY = of("iam:TagPolicy");
        public static final ActionSet TAG_ROLE = of("iam:TagRole");
        public static final ActionSet TAG_SAML_PROVIDER = of("iam:TagSAMLProvider");
        public static final ActionSet TAG_SERVER_CERTIFICATE = of("iam:TagServerCertificate");
        public static final ActionSet TAG_USER = of("iam:TagUser");
        public static final ActionSet UNTAG_INSTANCE_PROFILE = of("iam:UntagInstanceProfile");
        public static final ActionSet UNTAG_MFA_DEVICE = of("iam:UntagMFADevice");
        public static final ActionSet UNTAG_OPEN_ID_CONNECT_PROVIDER = of("iam:UntagOpenIDConnectProvider");
        public static final ActionSet UNTAG_POLICY = of("iam:UntagPolicy");
        public static final ActionSet UNTAG_ROLE = of("iam:UntagRole");
        public static final ActionSet UNTAG_SAML_PROVIDER = of("iam:UntagSAMLProvider");
        public static final ActionSet UNTAG_SERVER_CERTIFICATE = of("iam:UntagServerCertificate");
        public static final ActionSet UNTAG_USER = of("iam:UntagUser");
        public static final ActionSet UPDATE_ACCESS_KEY = of("iam:UpdateAccessKey");
        public static final ActionSet UPDATE_ACCOUNT_EMAIL_ADDRESS = of("iam:UpdateAccountEmailAddress");
        public static final ActionSet UPDATE_ACCOUNT_NAME = of("iam:UpdateAccountName");
        public static final ActionSet UPDATE_ACCOUNT_PASSWORD_POLICY = of("iam:UpdateAccountPasswordPolicy");
        public static final ActionSet UPDATE_ASSUME_ROLE_POLICY = of("iam:UpdateAssumeRolePolicy");
        public static final ActionSet UPDATE_CLOUD_FRONT_PUBLIC_KEY = of("iam:UpdateCloudFrontPublicKey");
        public static final ActionSet UPDATE_GROUP = of("iam:UpdateGroup");
        public static final ActionSet UPDATE_LOGIN_PROFILE = of("iam:UpdateLoginProfile");
        public static final ActionSet UPDATE_OPEN_ID_CONNECT_PROVIDER_THUMBPRINT =
                of("iam:UpdateOpenIDConnectProviderThumbprint");
        public static final ActionSet UPDATE_ROLE = of("iam:UpdateRole");
        public static final ActionSet UPDATE_ROLE_DESCRIPTION = of("iam:UpdateRoleDescription");
        public static final ActionSet UPDATE_SAML_PROVIDER = of("iam:UpdateSAMLProvider");
        public static final ActionSet UPDATE_SERVER_CERTIFICATE = of("iam:UpdateServerCertificate");
        public static final ActionSet UPDATE_SERVICE_SPECIFIC_CREDENTIAL = of("iam:UpdateServiceSpecificCredential");
        public static final ActionSet UPDATE_SIGNING_CERTIFICATE = of("iam:UpdateSigningCertificate");
        public static final ActionSet UPDATE_SSH_PUBLIC_KEY = of("iam:UpdateSSHPublicKey");
        public static final ActionSet UPDATE_USER = of("iam:UpdateUser");
        public static final ActionSet UPLOAD_CLOUD_FRONT_PUBLIC_KEY = of("iam:UploadCloudFrontPublicKey");
        public static final ActionSet UPLOAD_SERVER_CERTIFICATE = of("iam:UploadServerCertificate");
        public static final ActionSet UPLOAD_SIGNING_CERTIFICATE = of("iam:UploadSigningCertificate");
        public static final ActionSet UPLOAD_SSH_PUBLIC_KEY = of("iam:UploadSSHPublicKey");
    }

    /** Actions of AWS STS, {@code sts:…}. */
    public static final class Sts {
        private Sts() {}

        public static final ActionSet ASSUME_ROLE = of("sts:AssumeRole");
        public static final ActionSet ASSUME_ROLE_WITH_SAML = of("sts:AssumeRoleWithSAML");
        public static final ActionSet ASSUME_ROLE_WITH_WEB_IDENTITY = of("sts:AssumeRoleWithWebIdentity");
        public static final ActionSet ASSUME_ROOT = of("sts:AssumeRoot");
        public static final ActionSet DECODE_AUTHORIZATION_MESSAGE = of("sts:DecodeAuthorizationMessage");
        public static final ActionSet GET_ACCESS_KEY_INFO = of("sts:GetAccessKeyInfo");
        public static final ActionSet GET_CALLER_IDENTITY = of("sts:GetCallerIdentity");
        public static final ActionSet GET_DELEGATED_ACCESS_TOKEN = of("sts:GetDelegatedAccessToken");
        public static final ActionSet GET_FEDERATION_TOKEN = of("sts:GetFederationToken");
        public static final ActionSet GET_SERVICE_BEARER_TOKEN = of("sts:GetServiceBearerToken");
        public static final ActionSet GET_SESSION_TOKEN = of("sts:GetSessionToken");
        public static final ActionSet GET_WEB_IDENTITY_TOKEN = of("sts:GetWebIdentityToken");
        public static final ActionSet SET_CONTEXT = of("sts:SetContext");
        public static final ActionSet SET_SOURCE_IDENTITY = of("sts:SetSourceIdentity");
        public static final ActionSet TAG_GET_WEB_IDENTITY_TOKEN = of("sts:TagGetWebIdentityToken");
        public static final ActionSet TAG_SESSION = of("sts:TagSession");
    }

    private static ActionSet of(String text) {
        return ActionSet.constant(text);
    }
}
