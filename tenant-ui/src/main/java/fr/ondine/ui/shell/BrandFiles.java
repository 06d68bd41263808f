package fr.ondine.ui.shell;

import fr.ondine.tenantconfig.Brand;
import fr.ondine.tenantconfig.Colour;
import fr.ondine.tenantconfig.TenantConfig;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.web.util.HtmlUtils;

/** A utility's style sheet, mark and web manifest, under a name that changes with their content. */
record BrandFiles(String hash, String css, String svg, String webmanifest) {

    static BrandFiles of(TenantConfig utility) {
        var css = css(utility.brand());
        var svg = svg(utility.brand());
        var hash = hash(css + svg + utility.name() + utility.words().portal());
        return new BrandFiles(hash, css, svg, manifest(utility, hash));
    }

    String path(String extension) {
        return "/branding/" + hash + "." + extension;
    }

    private static String css(Brand brand) {
        return """
                :root { --brand: %s; --brand-strong: %s; --brand-soft: %s; --brand-muted: %s; --on-brand: %s; }
                @media (prefers-color-scheme: dark) {
                  :root { --brand: %s; --brand-strong: %s; --brand-soft: %s; --brand-muted: %s; --on-brand: %s; }
                }
                """.formatted(
                        brand.colour(),
                        brand.strong(),
                        brand.soft(),
                        brand.colour().mixedWith(Colour.WHITE, 62),
                        brand.onColour(),
                        brand.dark(),
                        brand.dark().mixedWith(Colour.WHITE, 30),
                        brand.softDark(),
                        brand.dark().mixedWith(Colour.BLACK, 50),
                        brand.onDark());
    }

    private static String svg(Brand brand) {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" width="64" height="64">\
                <rect width="64" height="64" rx="17" fill="%s"/>\
                <text x="32" y="43" text-anchor="middle" font-family="system-ui, 'Segoe UI', Roboto, sans-serif" \
                font-size="32" font-weight="700" fill="%s">%s</text></svg>
                """.formatted(brand.colour(), brand.onColour(), HtmlUtils.htmlEscape(brand.mark()));
    }

    private static String manifest(TenantConfig utility, String hash) {
        return """
                {"name": %s, "short_name": %s, "lang": "%s", "start_url": "/", "display": "browser",
                 "theme_color": "%s", "background_color": "#f4f6f8",
                 "icons": [{"src": "/branding/%s.svg", "sizes": "any", "type": "image/svg+xml"}]}
                """.formatted(
                        quoted(utility.name() + " - " + utility.words().portal()),
                        quoted(utility.name()),
                        utility.languages().getFirst().toLanguageTag(),
                        utility.brand().colour(),
                        hash);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String hash(String content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
