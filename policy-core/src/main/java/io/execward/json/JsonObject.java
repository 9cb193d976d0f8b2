// SPDX-License-Identifier: Apache-2.0
package io.execward.json;

import io.execward.diagnostic.Source;
import io.execward.diagnostic.SourceSpan;
import java.util.List;
import java.util.Optional;

/** A JSON object; no two members have the same name (R-GRAM-07). */
public final class JsonObject extends JsonValue {
    private final List<Member> members;

    JsonObject(Source source, int start, int end, List<Member> members) {
        super(source, start, end);
        this.members = List.copyOf(members);
    }

    /** In document order. */
    public List<Member> members() {
        return members;
    }

    /** The value of the member with exactly this name. */
    public Optional<JsonValue> get(String name) {
        for (Member member : members) {
            if (member.name.equals(name)) {
                return Optional.of(member.value);
            }
        }
        return Optional.empty();
    }

    @Override
    String kind() {
        return "an object";
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.object(this);
    }

    /** A name and its value. */
    public static final class Member {
        private final String name;
        private final int start;
        private final int end;
        private final JsonValue value;
        private final boolean reported;

        Member(String name, int start, int end, JsonValue value, boolean reported) {
            this.name = name;
            this.start = start;
            this.end = end;
            this.value = value;
            this.reported = reported;
        }

        public String name() {
            return name;
        }

        /** The name as written, with its quotes. */
        public SourceSpan nameSpan() {
            return value.source().span(start, end);
        }

        public JsonValue value() {
            return value;
        }

        /** True if the reader has complained about the name, as of a duplicate: whoever looks on need not. */
        boolean reported() {
            return reported;
        }

        @Override
        public String toString() {
            return JsonText.quote(name) + ": " + value.kind();
        }
    }
}
