package fr.ondine.platform.personaldata;

/**
 * One part of what is known of a person.
 *
 * @param sql rows with a unique {@code key} (a uuid) of those after {@code :after}, of {@code :user} alone
 */
record KnownTable(String name, String sql) {}
