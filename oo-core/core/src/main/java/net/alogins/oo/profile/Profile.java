package net.alogins.oo.profile;

/**
 * A person's preferences and consents at one moment.
 *
 * @param preferences what they prefer
 * @param consents what they allow
 */
public record Profile(Preferences preferences, Consents consents) {}
