package fr.ondine.platform.metering;

/** Whether a register was seen or computed; the source of a reading says nothing about it. */
public enum ReadingQuality {
    ACTUAL,
    ESTIMATED
}
