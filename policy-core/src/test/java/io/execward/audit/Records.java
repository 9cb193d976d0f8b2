// SPDX-License-Identifier: Apache-2.0
package io.execward.audit;

import io.execward.account.CloudTrail;
import io.execward.account.CloudTrailRecord;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Makes CloudTrail records from short words, by way of the JSON that CloudTrail writes. */
final class Records {
    static final String ALICE = "arn:aws:iam::111122223333:user/alice";
    static final String OPS = "arn:aws:iam::111122223333:role/Ops";
    static final String TASK_ID = "0123456789abcdef0123456789abcdef";
    static final String PROD = "arn:aws:ecs:us-east-1:111122223333:cluster/prod";
    static final String TASK = "arn:aws:ecs:us-east-1:111122223333:task/prod/" + TASK_ID;

    private Records() {}

    /** A user with long-term keys. */
    static String user(String name) {
        return "{\"type\":\"IAMUser\",\"principalId\":\"AIDA1\",\"arn\":\"arn:aws:iam::111122223333:user/" + name
                + "\",\"accountId\":\"111122223333\",\"userName\":\"" + name + "\"}";
    }

    /** A session of a role. */
    static String session(String role, String name, String mfa) {
        return "{\"type\":\"AssumedRole\",\"principalId\":\"AROA1:" + name
                + "\",\"arn\":\"arn:aws:sts::111122223333:assumed-role/" + role + "/" + name
                + "\",\"accountId\":\"111122223333\",\"sessionContext\":{\"sessionIssuer\":{\"type\":\"Role\",\"arn\":"
                + "\"arn:aws:iam::111122223333:role/" + role + "\",\"accountId\":\"111122223333\",\"userName\":\""
                + role
                + "\"},\"attributes\":{" + (mfa.isEmpty() ? "" : "\"mfaAuthenticated\":\"" + mfa + "\"") + "}}}";
    }

    /**
     * A record.
     *
     * @param time of 2026-08-20, such as {@code 10:00:00}
     * @param action such as {@code ecs:RunTask}
     * @param more members, each with a comma before it
     */
    static String record(String id, String time, String who, String action, String request, String more) {
        String[] names = action.split(":", 2);
        return "{\"eventID\":\"" + id + "\",\"eventTime\":\"2026-08-20T" + time + "Z\",\"eventSource\":\"" + names[0]
                + ".amazonaws.com\",\"eventName\":\"" + names[1] + "\",\"awsRegion\":\"us-east-1\",\"userIdentity\":"
                + who
                + ",\"recipientAccountId\":\"111122223333\",\"requestParameters\":" + request
                + (more.contains("sourceIPAddress") ? "" : ",\"sourceIPAddress\":\"203.0.113.24\"") + more + "}";
    }

    static String record(String id, String time, String who, String action, String request) {
        return record(id, time, who, action, request, "");
    }

    /** A shell in the container {@code web} of the task. */
    static String exec(String id, String time, String who, String more) {
        return record(
                id,
                time,
                who,
                "ecs:ExecuteCommand",
                "{\"cluster\":\"prod\",\"task\":\"" + TASK_ID + "\",\"container\":\"web\"}",
                more);
    }

    static String exec(String id, String time, String who) {
        return exec(id, time, who, "");
    }

    static String refused(String action) {
        return ",\"errorCode\":\"AccessDenied\",\"errorMessage\":\"User: x is not authorized to perform: " + action
                + " on resource: y\"";
    }

    static String address(String address) {
        return ",\"sourceIPAddress\":\"" + address + "\"";
    }

    static List<CloudTrailRecord> read(Collection<String> records) {
        List<CloudTrailRecord> all = new ArrayList<>();
        String text = "{\"Records\":[" + String.join(",\n", records) + "]}";
        CloudTrail.read("trail.json", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), all::add);
        return all;
    }

    static List<CloudTrailRecord> read(String... records) {
        return read(List.of(records));
    }
}
