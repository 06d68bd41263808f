package fr.ondine.platform.stories;

import fr.ondine.platform.stories.Step.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * What a story is about.
 *
 * @param first what it begins with, all to the same contract
 * @param always kinds of steps that it always has, and more often than others
 * @param others in how many of a hundred stories each other kind is
 */
record Theme(List<Kind> first, Set<Kind> always, int others) {

    private static final int MORE_OFTEN = 3;

    private static final List<Theme> ALL = List.of(
            new Theme(List.of(), Set.of(), 65),
            new Theme(
                    List.of(Kind.BILL, Kind.ARCHIVE, Kind.CARD_PAID, Kind.CARD_GIVEN_BACK, Kind.REFUND_FAILED),
                    Set.of(
                            Kind.BILL,
                            Kind.YEAR,
                            Kind.CARD_STARTED,
                            Kind.CARD_PAID,
                            Kind.CARD_LATER,
                            Kind.CARD_CONCLUDED,
                            Kind.CARD_REPEATED,
                            Kind.CARD_GIVEN_BACK,
                            Kind.REFUND_FAILED,
                            Kind.CARD_DISPUTED,
                            Kind.DISPUTE_DECIDED,
                            Kind.TOLD_LATE),
                    25),
            new Theme(
                    List.of(Kind.MANDATE_SIGNED, Kind.BILL, Kind.ARCHIVE, Kind.MANDATE_REVOKED, Kind.NEWS),
                    Set.of(
                            Kind.BILL,
                            Kind.ONE_OFF,
                            Kind.AVOIR,
                            Kind.MANDATE_SIGNED,
                            Kind.MANDATE_REVOKED,
                            Kind.DEBITED,
                            Kind.SENT_BACK,
                            Kind.CARD_PAID,
                            Kind.REMINDED),
                    25),
            new Theme(
                    List.of(
                            Kind.LEAK_BILLED,
                            Kind.ARCHIVE,
                            Kind.LEAK_OPENED,
                            Kind.LEAK_LETTER,
                            Kind.DAYS,
                            Kind.LEAK_CERTIFIED,
                            Kind.LEAK_GRANTED),
                    Set.of(
                            Kind.LEAK_BILLED,
                            Kind.LEAK_OPENED,
                            Kind.LEAK_LETTER,
                            Kind.LEAK_CERTIFIED,
                            Kind.LEAK_CHECKED,
                            Kind.LEAK_REFUSED,
                            Kind.LEAK_REOPENED,
                            Kind.LEAK_GRANTED,
                            Kind.AVOIR,
                            Kind.CREDITED,
                            Kind.PAID,
                            Kind.GIVEN_BACK),
                    25),
            new Theme(
                    List.of(Kind.YEAR, Kind.ARCHIVE, Kind.OWN_PLAN_AGREED, Kind.DAYS, Kind.DAYS, Kind.INSTALMENTS),
                    Set.of(
                            Kind.YEAR,
                            Kind.OWN_PLAN_AGREED,
                            Kind.OWN_PLAN_SEEN,
                            Kind.OWN_PLAN_AGREED_LATE,
                            Kind.OWN_PLAN_STOPPED,
                            Kind.OWN_PLAN_CHANGED,
                            Kind.INSTALMENT,
                            Kind.INSTALMENTS,
                            Kind.CARD_PAID,
                            Kind.CARD_GIVEN_BACK,
                            Kind.REFUND_FAILED),
                    25));

    /** Without them nothing is told to the portal, or becomes due. */
    private static final Set<Kind> EVERYWHERE = Set.of(Kind.ARCHIVE, Kind.NEWS, Kind.DAYS);

    static Theme drawn(Random random) {
        return ALL.get(random.nextInt(ALL.size()));
    }

    List<Kind> kinds(Random random) {
        var kinds = new ArrayList<Kind>();
        for (var kind : Kind.values()) {
            if (always.contains(kind)) {
                kinds.addAll(Collections.nCopies(MORE_OFTEN, kind));
            } else if (EVERYWHERE.contains(kind) || random.nextInt(100) < others) {
                kinds.add(kind);
            }
        }
        return kinds;
    }
}
