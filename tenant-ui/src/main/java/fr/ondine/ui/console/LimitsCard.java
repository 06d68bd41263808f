package fr.ondine.ui.console;

import fr.ondine.platform.fleet.LimitsUse;
import fr.ondine.platform.fleet.UtilitySummary;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Definitions;
import org.jspecify.annotations.Nullable;

/** How much of the platform a utility may use, and how much of that it uses where that is known. */
final class LimitsCard extends Card {

    LimitsCard(UtilitySummary utility, LimitsUse use) {
        super(Words.text("console.limits"));
        var limits = utility.limits();
        add(new Definitions()
                .wide()
                .with(Words.text("console.limits.requests"), Words.number((long) limits.requestsPerSecond()))
                .with(Words.text("console.limits.jobs"), Words.number((long) limits.concurrentJobs()))
                .with(
                        Words.text("console.limits.mails"),
                        used(use.mails(), Words.number(use.mails()), Words.number((long) limits.mailsPerDay())))
                .with(
                        Words.text("console.limits.storage"),
                        used(
                                use.storageBytes(),
                                Words.size(use.storageBytes()),
                                Words.megabytes(limits.storageMegabytes()))));
    }

    private static String used(@Nullable Long known, String used, String limit) {
        return known == null ? limit : Words.text("console.limits.used", used, limit);
    }
}
