package fr.ondine.platform.oldaccounts;

/** How many former logins there are, and how many of them have come over. */
public record OldAccountCount(long all, long cameOver) {}
