package fr.ondine.isolation;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

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
    ADMINISTRATOR {
        @Override
        String cookies(Marked home) {
            return home.administrator();
        }
    };

    /** What a browser that is signed in at {@code home} in this role would send there. */
    abstract String cookies(Marked home);

    static Set<String> known() {
        return Arrays.stream(values()).map(Enum::name).collect(Collectors.toSet());
    }
}
