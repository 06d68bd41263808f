package fr.ondine.ui.shell;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Text inside an address. */
final class Urls {

    private Urls() {}

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
