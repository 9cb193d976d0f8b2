// SPDX-License-Identifier: Apache-2.0
// The text language. Nearly every choice is told by one token; a list goes on after a comma and nowhere else. Nothing nests.
grammar Exec;

options { caseInsensitive = true; }

file : item* EOF ;

item : setting | include | let | policy | test ;

setting : (PARTITION | ACCOUNT | REGION) (word | STRING | NUMBER) ;
include : INCLUDE STRING ;
let     : LET NAME EQUALS (tags | kind values | values) ;

// Policies

policy       : policyKind STRING policyHead* LBRACE policyOption* statement* RBRACE ;
policyKind   : (PERMISSIONS? BOUNDARY | IDENTITY POLICY | SESSION POLICY | SERVICE CONTROL POLICY | RESOURCE CONTROL POLICY
             | RESOURCE POLICY | ENDPOINT POLICY | TRUST POLICY | POLICY) ;
policyHead   : FOR kind? values     # holder
             | ON value             # onResource
             | LEVEL STRING         # atLevel
             ;
policyOption : VERSION STRING | NO VERSION | ID STRING ;

statement : (allowExec | ownSessions | denyExec | denyLaunch | denySessions | protectTags | general) because? ;

because : BECAUSE STRING ;

allowExec   : ALLOW EXEC IN CLUSTER values grantPart* ;
grantPart   : WHERE limit (AND limit)* | option ;
limit       : (TASK | CLUSTER) TAG tagKey (is values | AS CALLER)   # tagLimit
            | CONTAINER is values                                   # containerLimit
            | MFA YOUNGER THAN duration                             # mfaLimit
            | FROM values                                           # addressLimit
            | THROUGH values                                        # endpointLimit
            | (NOT BEFORE | BEFORE) STRING                          # timeLimit
            ;
option      : WITH SIDE DOORS CLOSED | WITH LISTING | WITHOUT DESCRIBING | ENCRYPTED WITH KEY value ;

ownSessions : ALLOW ENDING OWN SESSION OF (USER | ROLE) (IN ANY REGION)? ;

denyExec    : DENY EXEC reach+ ;
reach       : INTO CONTAINER EXCEPT? values      # intoContainer
            | IN CLUSTER EXCEPT? values          # inCluster
            | WITHOUT MFA YOUNGER THAN duration  # withoutMfa
            | ANYWHERE                           # anywhere
            | exceptFor                          # reachException
            ;

denyLaunch  : DENY LAUNCH WITH EXEC ENABLED launchPart* ;
launchPart  : COMMA? OMITTED FLAG (PASSES | IS? REFUSED)  # omittedFlag
            | IN CLUSTER values                           # launchCluster
            | exceptFor                                   # launchException
            ;

denySessions : DENY SESSION ON (ANY TASK | TASK OF CLUSTER values) exceptFor* ;
protectTags  : PROTECT TAG tagKey (COMMA tagKey)* (COMMA? ALSO ON PRINCIPAL)? exceptFor* ;
exceptFor    : EXCEPT FOR ROLE? values ;

general   : (ALLOW | DENY) STRING? element* ;
element   : NOT? ACTION values                     # actions
          | NOT? RESOURCE values                   # resources
          | NOT? PRINCIPAL principals              # principalElement
          | WHEN condition (AND condition)*        # conditions
          ;
principals    : ANYONE | NONE | principalItem (COMMA principalItem)* ;
principalItem : (AWS | SERVICE | FEDERATED | CANONICAL) value | value ;
condition     : NAME STRING is values ;

// Tests

test     : TEST STRING LBRACE testItem* RBRACE ;
testItem : given | caller | under | expect ;

given     : GIVEN kind values fact* | GIVEN ACCOUNT value ;
fact      : TAGGED tagsValue                 # taggedFact
          | preposition? kind values         # relatedFact
          | WITH EXEC (ENABLED | DISABLED)   # execFact
          ;

caller     : AS callerRef callerFact* ;
callerRef  : kind? value (SESSION STRING)? ;
callerFact : TAGGED tagsValue            # callerTags
           | WITH MFA duration           # callerMfa
           | WITHOUT MFA                 # callerNoMfa
           | WITH NOTHING ELSE           # nothingElse
           | WITH STRING is values       # contextKey
           | WITHOUT STRING              # absentKey
           | FROM value                  # callerAddress
           | THROUGH value               # callerEndpoint
           | AT value                    # callerTime
           ;

under     : UNDER (policyRef (COMMA policyRef)* | NO POLICY) ;
policyRef : policyKind STRING ;

expect       : EXPECT TABLE verb part* IS? COLON row    # expectTable
             | EXPECT verb part* outcome                # expectOne
             ;
verb         : EXEC | START SESSION | START TASK_DEFINITION values? | TERMINATE | RESUME | RUN | CREATE | UPDATE | REGISTER | DESCRIBE | TAG | UNTAG
             | ACTION value ;
part         : preposition? kind values                  # kindPart
             | preposition? kind                         # openPart
             | ON value                                  # resourcePart
             | WITH EXEC (ENABLED | DISABLED)            # execPart
             | WITH tags                                 # tagsPart
             | TAG tagKey (COMMA tagKey)*                # tagKeysPart
             | callerFact                                # callerPart
             ;
preposition  : INTO | ON | OF | IN | TO ;
outcome      : IS verdict (BECAUSE reason)? (WITHOUT missing (COMMA missing)*)? ;
verdict      : ALLOWED | EXPLICITLY DENIED | IMPLICITLY DENIED | DENIED | UNDECIDED ;
reason       : policyKind STRING? | STRING ;
missing      : (TASK | CLUSTER | CALLER) TAG tagKey | CONTAINER | MFA | ADDRESS | TIME | STRING ;

// A row is a line: the one place where layout counts.
row    : (BAR cell?)+ ;
cell   : outcomeCell | duration | tags | values | kind | ENABLED | DISABLED | columnWord ;
outcomeCell : verdict (BECAUSE reason)? (WITHOUT missing (COMMA missing)*)? | policyKind STRING? ;
columnWord  : MFA | FROM | THROUGH | AT | IS | BECAUSE | TAGGED | EXEC | CALLER | WITHOUT MFA | TAG ;

// What all have in common

kind      : CLUSTER | TASK | TASK_DEFINITION | SERVICE | CONTAINER | INSTANCE | ROLE | USER | KEY | DOCUMENT | SESSION ;
is        : EQUALS | IN ;
values    : NONE | value (COMMA value)* | LPAREN (value (COMMA value)*)? RPAREN ;
value     : STRING | NAME | NUMBER ;
tagsValue : tags | NAME ;
tags      : LBRACE (tagEntry (COMMA tagEntry)* COMMA?)? RBRACE ;
tagEntry  : tagKey EQUALS value ;
tagKey    : STRING | word ;
duration  : NUMBER (SECONDS | MINUTES | HOURS | DAYS) ;

// Words that stand where only a tag key or a plain name may stand are not reserved there.
word : NAME | ACCOUNT | ACTION | ADDRESS | ANY | ANYONE | AWS | CALLER | CANONICAL | CLUSTER | CONTAINER | CONTROL | DAYS
     | DISABLED | DOCUMENT | DOORS | ENABLED | ENDPOINT | FEDERATED | FLAG | HOURS | ID | IDENTITY | INSTANCE | KEY | LAUNCH | LEVEL
     | MFA | MINUTES | NONE | NOTHING | OWN | PARTITION | PERMISSIONS | POLICY | PRINCIPAL | REGION | RESOURCE | ROLE | SECONDS
     | SERVICE | SESSION | SIDE | TABLE | TAG | TASK | TASK_DEFINITION | TEST | TIME | TRUST | USER | VERSION ;

ACCOUNT : 'account' ; ACTION : 'action' ; ADDRESS : 'address' ; ALLOW : 'allow' ; ALLOWED : 'allowed' ; ALSO : 'also' ; AND : 'and' ;
ANY : 'any' ; ANYONE : 'anyone' ; ANYWHERE : 'anywhere' ; AS : 'as' ; AT : 'at' ; AWS : 'aws' ; BECAUSE : 'because' ;
BEFORE : 'before' ; BOUNDARY : 'boundary' ; CALLER : 'caller' ; CANONICAL : 'canonical' ; CLOSED : 'closed' ;
CLUSTER : 'cluster' 's'? ; CONTAINER : 'container' 's'? ; CONTROL : 'control' ; CREATE : 'create' ; DAYS : 'day' 's'? ;
DENIED : 'denied' ; DENY : 'deny' ; DESCRIBE : 'describe' ; DESCRIBING : 'describing' ; DISABLED : 'disabled' ;
DOCUMENT : 'document' 's'? ; DOORS : 'doors' ; ELSE : 'else' ; ENABLED : 'enabled' ; ENCRYPTED : 'encrypted' ; ENDING : 'ending' ;
ENDPOINT : 'endpoint' ; EXCEPT : 'except' ; EXEC : 'exec' ; EXPECT : 'expect' ; EXPLICITLY : 'explicitly' ;
FEDERATED : 'federated' ; FLAG : 'flag' ; FOR : 'for' ; FROM : 'from' ; GIVEN : 'given' ; HOURS : 'hour' 's'? ; ID : 'id' ;
IDENTITY : 'identity' ; IMPLICITLY : 'implicitly' ; IN : 'in' ; INCLUDE : 'include' ; INSTANCE : 'instance' 's'? ; INTO : 'into' ;
IS : 'is' ; KEY : 'key' 's'? ; LAUNCH : 'launch' ; LET : 'let' ; LEVEL : 'level' ; LISTING : 'listing' ; MFA : 'mfa' ;
MINUTES : 'minute' 's'? ; NO : 'no' ; NONE : 'none' ; NOT : 'not' ; NOTHING : 'nothing' ; OF : 'of' ; OMITTED : 'omitted' ;
ON : 'on' ; OWN : 'own' ; PARTITION : 'partition' ; PASSES : 'passes' ; PERMISSIONS : 'permissions' ; POLICY : 'policy' ;
PRINCIPAL : 'principal' 's'? ; PROTECT : 'protect' ; REFUSED : 'refused' ; REGION : 'region' ; REGISTER : 'register' ;
RESOURCE : 'resource' ; RESUME : 'resume' ; ROLE : 'role' 's'? ; RUN : 'run' ; SECONDS : 'second' 's'? ; SERVICE : 'service' 's'? ;
SESSION : 'session' 's'? ; SIDE : 'side' ; START : 'start' ; TABLE : 'table' ; TAG : 'tag' 's'? ; TAGGED : 'tagged' ;
TASK : 'task' 's'? ; TASK_DEFINITION : 'task-definition' 's'? ; TERMINATE : 'terminate' ; TEST : 'test' ; THAN : 'than' ;
THROUGH : 'through' ; TIME : 'time' ; TO : 'to' ; TRUST : 'trust' ; UNDECIDED : 'undecided' ; UNDER : 'under' ; UNTAG : 'untag' ;
UPDATE : 'update' ; USER : 'user' 's'? ; VERSION : 'version' ; WHEN : 'when' ; WHERE : 'where' ; WITH : 'with' ;
WITHOUT : 'without' ; YOUNGER : 'younger' ;

LBRACE : '{' ; RBRACE : '}' ; LPAREN : '(' ; RPAREN : ')' ; COMMA : ',' ; EQUALS : '=' ; COLON : ':' ; BAR : '|' ;

// A colon inside is for set operators, such as ForAnyValue:StringLike.
NAME   : [a-z_] [a-z0-9_-]* (':' [a-z_] [a-z0-9_-]*)? ;
NUMBER : [0-9]+ ;
STRING : '"' (~["\\\r\n] | '\\' ~[\r\n])* '"' ;

COMMENT : '#' ~[\r\n]* -> channel(HIDDEN) ;
BLANKS  : [ \t\r\n\uFEFF]+ -> skip ;

// What else there may be is a token too, so that the parser alone complains.
UNCLOSED : '"' (~["\\\r\n] | '\\' ~[\r\n])* ;
OTHER    : . ;
