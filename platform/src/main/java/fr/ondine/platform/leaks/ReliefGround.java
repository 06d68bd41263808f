package fr.ondine.platform.leaks;

import fr.ondine.platform.kernel.Volume;

/** Why less is due of a leak: its repair was certified, or the subscriber was not told in time. */
enum ReliefGround {
    CERTIFICATE {
        @Override
        Relief of(Volume used, Volume mean) {
            return Relief.certified(used, mean);
        }
    },
    NO_NOTICE {
        @Override
        Relief of(Volume used, Volume mean) {
            return Relief.withoutNotice(used, mean);
        }
    };

    abstract Relief of(Volume used, Volume mean);
}
