package fr.ondine.platform.notifications;

/** A mail in words, once for readers of HTML and once for everybody else. */
record WrittenLetter(String subject, String html, String plain) {}
