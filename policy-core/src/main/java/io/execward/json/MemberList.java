// SPDX-License-Identifier: Apache-2.0
package io.execward.json;

import io.execward.json.JsonObject.Member;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The members of an object that is being read, looked up by name: one by one while they are few, by hash when they are many. */
final class MemberList {
    private static final int FEW = 12;

    private final List<Member> members = new ArrayList<>(4);
    private Map<String, Member> byName = Map.of();

    /** The first member of this name. */
    @Nullable
    Member find(String name) {
        if (members.size() > FEW) {
            return byName.get(name);
        }
        for (Member member : members) {
            if (member.name().equals(name)) {
                return member;
            }
        }
        return null;
    }

    void add(Member member) {
        members.add(member);
        if (members.size() == FEW + 1) {
            byName = new HashMap<>();
            members.forEach(each -> byName.putIfAbsent(each.name(), each));
        } else if (members.size() > FEW) {
            byName.putIfAbsent(member.name(), member);
        }
    }

    List<Member> all() {
        return members;
    }
}
