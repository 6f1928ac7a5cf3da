package net.alogins.oo.profile;

import java.time.ZoneId;

/**
 * What a person prefers.
 *
 * @param zone where their clock hangs: "morning" is morning there
 */
public record Preferences(ZoneId zone) {}
