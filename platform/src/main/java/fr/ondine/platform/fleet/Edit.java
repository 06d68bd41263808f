package fr.ondine.platform.fleet;

/**
 * A configuration that an operator wrote.
 *
 * @param seen the version that was in force when they compared it: another one since is not overwritten
 */
public record Edit(String yaml, String reason, int seen) {}
