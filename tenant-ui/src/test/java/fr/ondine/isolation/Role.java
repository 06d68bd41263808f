package fr.ondine.isolation;

import fr.ondine.platform.operators.Permission;
import fr.ondine.platform.staff.StaffPermission;
import fr.ondine.testing.LongRun;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who attacks. A role that the application learns is added here, with the cookies that make somebody it. */
enum Role {
    NONE {
        @Override
        String cookies(Marked home) {
            return "";
        }
    },
    SUBSCRIBER {
        @Override
        String cookies(Marked home) {
            return home.session() + "; " + home.device();
        }
    },
    AGENT {
        @Override
        String cookies(Marked home) {
            return home.agent();
        }
    },
    BILLER {
        @Override
        String cookies(Marked home) {
            return home.biller();
        }
    },
    ACCOUNTANT {
        @Override
        String cookies(Marked home) {
            return home.accountant();
        }
    },
    READER {
        @Override
        String cookies(Marked home) {
            return home.reader();
        }
    },
    ADMINISTRATOR {
        @Override
        String cookies(Marked home) {
            return home.administrator();
        }
    },
    /** Signed in at the console, and nobody at any utility. */
    OPERATOR {
        @Override
        String cookies(Marked home) {
            return home.operator().session();
        }
    },
    /** A program with an operator's key, which opens nothing at any utility. */
    PROGRAM {
        @Override
        String cookies(Marked home) {
            return "";
        }

        @Override
        Wire over(Wire wire, Marked home) {
            return wire.with("Authorization: Bearer " + home.operator().key());
        }
    },
    /** A program that acts for its utility, with all that such a one may be let do. */
    MACHINE {
        @Override
        String cookies(Marked home) {
            return "";
        }

        @Override
        Wire over(Wire wire, Marked home) {
            return wire.with("Authorization: Bearer " + home.programs().machine());
        }

        @Override
        boolean asks(Door door) {
            return door.readsTokens();
        }
    },
    /** A program that the subscriber let in. */
    APPLICATION {
        @Override
        String cookies(Marked home) {
            return "";
        }

        @Override
        Wire over(Wire wire, Marked home) {
            return wire.with("Authorization: Bearer " + home.programs().application());
        }

        @Override
        boolean asks(Door door) {
            return door.readsTokens();
        }
    };

    /** What a browser that is signed in at {@code home} in this role would send there. */
    abstract String cookies(Marked home);

    /** The same way to the portal, with what this role says at each request beside its cookies. */
    Wire over(Wire wire, Marked home) {
        return wire;
    }

    /** Whether it may be somebody else there than who says nothing. */
    boolean asks(Door door) {
        return true;
    }

    /** All; in a short run, of those who work for a utility, who may all and who may least. */
    static Stream<Role> attackers() {
        var between = EnumSet.of(AGENT, BILLER, ACCOUNTANT);
        return Stream.of(values()).filter(role -> LongRun.isAsked() || !between.contains(role));
    }

    /**
     * What pages may ask for: to be a subscriber, what staff may do, each of which one of these roles may, and what an
     * operator may do, of which {@link #OPERATOR} may everything.
     */
    static Set<String> known() {
        return Stream.of(
                        Stream.of(SUBSCRIBER),
                        Arrays.stream(StaffPermission.values()),
                        Arrays.stream(Permission.values()))
                .flatMap(names -> names.map(Enum::name))
                .collect(Collectors.toSet());
    }
}
