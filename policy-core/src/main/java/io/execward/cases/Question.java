// SPDX-License-Identifier: Apache-2.0
package io.execward.cases;

import io.execward.audit.EventQuestion;
import io.execward.json.JsonValue;
import io.execward.model.Action;
import io.execward.model.Context;
import io.execward.model.Resource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One question about an account (R-EXEC-141).
 *
 * @param expected the members that say what the answer should be, by name; only {@code --check} looks at them
 */
public record Question(String id, Ask ask, Map<String, JsonValue> expected) {
    public Question {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(ask, "ask");
        expected = Collections.unmodifiableMap(new LinkedHashMap<>(expected));
    }

    /**
     * Reads a question, strictly: what is not known is an error.
     *
     * @throws CaseException if the value is none
     */
    public static Question read(JsonValue value) {
        return QuestionReader.read(value);
    }

    /** What is asked. */
    public sealed interface Ask {
        <R> R match(Cases<R> cases);
    }

    /** One answer for each kind of question. */
    public interface Cases<R> {
        R exec(Exec ask);

        R action(Act ask);

        R readiness(Ready ask);

        R events(Events ask);

        R client(Client ask);
    }

    /** May the principal open a shell in the container? */
    public record Exec(
            JsonValue principal,
            JsonValue task,
            Optional<JsonValue> cluster,
            Optional<JsonValue> container,
            Context context)
            implements Ask {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.exec(this);
        }
    }

    /** May the principal do this to that? */
    public record Act(JsonValue principal, Action action, Resource resource, Context context) implements Ask {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.action(this);
        }
    }

    /** Can exec work at all there? */
    public record Ready(JsonValue task, Optional<JsonValue> cluster, Optional<JsonValue> container) implements Ask {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.readiness(this);
        }
    }

    /** Which calls does the trail tell of? */
    public record Events(EventQuestion question, AnswerAs answerAs) implements Ask {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.events(this);
        }
    }

    /** What is wrong with the caller's own machine? */
    public record Client() implements Ask {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.client(this);
        }
    }

    /** What of the calls found is the answer. */
    public enum AnswerAs {
        COUNT("count"),
        EVENT_IDS("eventIDs"),
        PRINCIPALS("principals");

        private final String word;

        AnswerAs(String word) {
            this.word = word;
        }

        /** The word in a question file. */
        public String word() {
            return word;
        }
    }
}
