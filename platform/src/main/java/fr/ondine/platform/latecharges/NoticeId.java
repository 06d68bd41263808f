package fr.ondine.platform.latecharges;

import java.util.UUID;

/** Identifies the letter by which somebody was formally asked to pay. */
public record NoticeId(UUID value) {}
