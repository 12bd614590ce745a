package org.chongshan.local.programme;

import java.util.List;
import java.util.function.Supplier;

/**
 * A history of what dishonest or confused people do on purpose.
 *
 * @param against the promise it would break if nothing stood against it
 * @param posts   writes it, in its own order
 */
public record Lie(Promise against, Supplier<List<Post>> posts) {}
