package fr.ondine.platform.stories;

import java.util.List;
import java.util.Random;

/**
 * One thing that happens. Its numbers mean something only where it happens, so that any other step of a story can be left
 * out: whom it happens to, how much it is about, and which of those that there are.
 */
record Step(Kind kind, int who, int size, int pick) {

    /** Amounts in cents that meet each other often, of which some differ by little. */
    private static final List<Long> AMOUNTS = List.of(
            10_00L, 12_34L, 15_00L, 25_00L, 30_00L, 40_01L, 60_00L, 100_00L, 120_00L, 300_00L, 310_00L, 345_67L);

    private static final int MOST = 1_000;

    /** How often each is drawn beside the others. */
    enum Kind {
        BILL(6),
        YEAR(8),
        ESTIMATE(2),
        ONE_OFF(3),
        MOVE_OUT(1),
        AVOIR(5),
        GESTURE(2),
        PAID(6),
        PAID_ODDLY(4),
        ON_ACCOUNT(4),
        SENT_BACK(4),
        MANDATE_SIGNED(3),
        MANDATE_REVOKED(2),
        DEBITED(6),
        GIVEN_BACK(6),
        CARD_REPEATED(6),
        ARCHIVE(10),
        NEWS(8),
        LEFT_OUT(2),
        AGAIN(2),
        NEXT_HOLDER(1),
        RENUMBERED(2),
        CARD_STARTED(5),
        CARD_PAID(7),
        CARD_LATER(3),
        CARD_DECLINED(1),
        CARD_CONCLUDED(6),
        CARD_GIVEN_BACK(6),
        CARD_HEARD(4),
        REFUND_FAILED(6),
        CARD_DISPUTED(2),
        DISPUTE_DECIDED(3),
        TOLD_LATE(6),
        TOLD_AGAIN(2),
        ASKED_FOR_LOST(3),
        UNANSWERED(2),
        CARD_LOST(2),
        PLAN_AGREED(8),
        PLAN_REVISED(3),
        PLAN_CLOSED(2),
        PLAN_SETTLED(5),
        PLAN_REFUNDED(8),
        INSTALMENT(8),
        INSTALMENTS(10),
        OWN_PLAN_AGREED(4),
        OWN_PLAN_SEEN(2),
        OWN_PLAN_AGREED_LATE(3),
        OWN_PLAN_STOPPED(2),
        OWN_PLAN_CHANGED(2),
        LEAK_BILLED(4),
        LEAK_OPENED(5),
        LEAK_LETTER(3),
        LEAK_CERTIFIED(4),
        LEAK_CHECKED(2),
        LEAK_REFUSED(2),
        LEAK_REOPENED(2),
        LEAK_GRANTED(6),
        CREDITED(4),
        RELIEVED(2),
        REMINDED(12),
        DAYS(10);

        private final int weight;

        Kind(int weight) {
            this.weight = weight;
        }
    }

    /** One of those kinds, the heavier the more often. */
    static Step drawn(Random random, List<Kind> kinds) {
        var at = random.nextInt(kinds.stream().mapToInt(kind -> kind.weight).sum());
        var place = 0;
        while (at >= kinds.get(place).weight) {
            at -= kinds.get(place).weight;
            place++;
        }
        // most of a story happens to the first contract, or nothing would meet
        var who = random.nextInt(10) < 8 ? 0 : random.nextInt(3);
        return new Step(kinds.get(place), who, random.nextInt(MOST), random.nextInt(MOST));
    }

    /** The same to another contract. */
    Step of(int other) {
        return new Step(kind, other, size, pick);
    }

    long amount() {
        return AMOUNTS.get(size % AMOUNTS.size());
    }

    /** One of several, empty lists have none. */
    <T> T of(List<T> some) {
        return some.get(pick % some.size());
    }
}
