// SPDX-License-Identifier: Apache-2.0
package io.execward.json;

/**
 * How much a reader takes in before it refuses a document (R-READ-04), so that a hostile one costs neither time nor memory.
 *
 * @param maxCharacters UTF-16 code units of a document; of a document given as bytes, also its bytes. One value of JSON Lines is
 *     one document
 * @param maxDepth arrays and objects inside each other, at most {@value #DEEPEST}
 * @param maxStringLength UTF-16 code units of one string or member name, escapes resolved
 * @param maxNumberLength characters of one number
 * @param maxValues values of a document, at every level
 */
public record JsonLimits(int maxCharacters, int maxDepth, int maxStringLength, int maxNumberLength, int maxValues) {
    /** Deeper documents are never read, whatever the limit: the reader uses the call stack. */
    public static final int DEEPEST = 1_000;

    private static final JsonLimits DEFAULTS = new JsonLimits(1 << 20, 64, 1 << 18, 1_000, 200_000);

    /** @throws IllegalArgumentException if a limit is not positive, or the depth is above {@value #DEEPEST} */
    public JsonLimits {
        positive("maxCharacters", maxCharacters);
        positive("maxDepth", maxDepth);
        positive("maxStringLength", maxStringLength);
        positive("maxNumberLength", maxNumberLength);
        positive("maxValues", maxValues);
        if (maxDepth > DEEPEST) {
            throw new IllegalArgumentException("maxDepth is at most " + DEEPEST);
        }
    }

    private static void positive(String name, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException(name + " is at least 1");
        }
    }

    /**
     * For policy documents: 1,048,576 characters, 64 levels, strings of 262,144 characters, numbers of 1,000, and 200,000 values.
     * The longest document that AWS takes has 131,072 characters (R-QUOTA-14).
     */
    public static JsonLimits defaults() {
        return DEFAULTS;
    }

    /** The same limits but this one. */
    public JsonLimits withMaxCharacters(int limit) {
        return new JsonLimits(limit, maxDepth, maxStringLength, maxNumberLength, maxValues);
    }

    /** The same limits but this one. */
    public JsonLimits withMaxDepth(int limit) {
        return new JsonLimits(maxCharacters, limit, maxStringLength, maxNumberLength, maxValues);
    }

    /** The same limits but this one. */
    public JsonLimits withMaxStringLength(int limit) {
        return new JsonLimits(maxCharacters, maxDepth, limit, maxNumberLength, maxValues);
    }

    /** The same limits but this one. */
    public JsonLimits withMaxNumberLength(int limit) {
        return new JsonLimits(maxCharacters, maxDepth, maxStringLength, limit, maxValues);
    }

    /** The same limits but this one. */
    public JsonLimits withMaxValues(int limit) {
        return new JsonLimits(maxCharacters, maxDepth, maxStringLength, maxNumberLength, limit);
    }
}
