package fr.ondine.platform.reminders;

import fr.ondine.tenantconfig.ReminderLevel;
import fr.ondine.tenantconfig.ReminderLevel.Channel;

/** How a letter goes: on paper too where no mail would arrive. */
record Delivery(boolean byMail, boolean byPaper) {

    static final Delivery NONE = new Delivery(false, false);

    static Delivery of(ReminderLevel level, boolean hasAddress) {
        return new Delivery(
                hasAddress && level.channel() != Channel.PAPER, !hasAddress || level.channel() != Channel.MAIL);
    }
}
