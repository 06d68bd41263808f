package fr.ondine.platform.leaks;

import java.util.UUID;

/** Names the file of one abnormal use (dossier de fuite). */
public record LeakFileId(UUID value) {}
