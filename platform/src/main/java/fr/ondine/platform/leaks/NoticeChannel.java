package fr.ondine.platform.leaks;

/** By what a subscriber was told first. */
public enum NoticeChannel {
    MAIL,
    INVOICE,
    /** On paper, as staff wrote down. */
    LETTER
}
