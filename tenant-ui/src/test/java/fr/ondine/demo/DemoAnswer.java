package fr.ondine.demo;

import java.nio.charset.StandardCharsets;

/** What the demonstration's own page answers. */
record DemoAnswer(int status, String type, String policy, byte[] body) {

    private static final String PAGE_POLICY =
            "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; frame-src 'self';"
                    + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /** A mail is somebody else's page: it may show its styles and images, and run nothing. */
    private static final String MAIL_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data: http:;"
            + " sandbox allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation";

    static DemoAnswer page(String html) {
        return new DemoAnswer(200, "text/html;charset=UTF-8", PAGE_POLICY, utf8(html));
    }

    static DemoAnswer mail(String html) {
        return new DemoAnswer(200, "text/html;charset=UTF-8", MAIL_POLICY, utf8(html));
    }

    static DemoAnswer text(int status, String type, String text) {
        return new DemoAnswer(status, type + ";charset=UTF-8", PAGE_POLICY, utf8(text));
    }

    static DemoAnswer bytes(String type, byte[] bytes) {
        return new DemoAnswer(200, type, PAGE_POLICY, bytes);
    }

    static DemoAnswer notFound() {
        return text(404, "text/plain", "404");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
