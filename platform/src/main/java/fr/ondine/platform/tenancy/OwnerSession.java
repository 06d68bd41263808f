package fr.ondine.platform.tenancy;

import java.util.Properties;

/**
 * How a server learns that the owner at the other end is gone. Who migrates or moves holds locks in a session; when a
 * whole machine dies nobody says goodbye, and by the system's own rules the session would live on for two hours.
 */
final class OwnerSession {

    private static final String ASKED_AFTER_TEN_SECONDS_AND_GIVEN_UP_AFTER_FIFTEEN_MORE =
            "-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3";

    private OwnerSession() {}

    static Properties properties(String url) {
        var properties = ServerProof.properties(url);
        properties.setProperty("ApplicationName", "ondine-owner");
        properties.setProperty("options", ASKED_AFTER_TEN_SECONDS_AND_GIVEN_UP_AFTER_FIFTEEN_MORE);
        return properties;
    }
}
