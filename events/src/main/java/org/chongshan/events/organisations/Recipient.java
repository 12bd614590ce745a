package org.chongshan.events.organisations;

import org.jspecify.annotations.Nullable;

/**
 * Who gets a grant, as published: an organisation's name and code are no personal data.
 *
 * @param creditCode unified social credit code (统一社会信用代码, GB 32100); null of a community team, which has none
 */
public record Recipient(String name, @Nullable String creditCode) {}
