package org.chongshan.infra;

import java.util.Optional;

import software.constructs.Node;

/** What was said with {@code -c key=value} or stands in {@code cdk.json}. */
record Context(Node node) {
    /** A value as it stands, none when it is empty. */
    Optional<String> text(String key) {
        return Optional.ofNullable(node.tryGetContext(key)).map(Object::toString).filter(value -> !value.isEmpty());
    }

    /**
     * A value of this form, none when it is not given.
     *
     * @throws IllegalArgumentException on any other: it would silently deploy something other than what was asked for
     */
    Optional<String> matching(String key, String form) {
        var value = text(key);
        if (value.isPresent() && !value.get().matches(form)) {
            throw new IllegalArgumentException("-c " + key + "=" + value.get() + " is not of the form " + form);
        }
        return value;
    }
}
