package fr.ondine.platform.identity;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks at the portal with, as they would call it themselves; empty where it does not say. A browser says
 * what it likes: this is for its owner to recognise, and proves nothing.
 */
public record Browser(String name, String system) {

    public static final Browser UNKNOWN = new Browser("", "");

    /** Those that name others to be served like them come first. */
    private static final Map<String, String> NAMES = new LinkedHashMap<>();

    private static final Map<String, String> SYSTEMS = new LinkedHashMap<>();

    static {
        NAMES.put("SamsungBrowser/", "Samsung Internet");
        NAMES.put("Edg", "Edge");
        NAMES.put("OPR/", "Opera");
        NAMES.put("Firefox/", "Firefox");
        NAMES.put("FxiOS/", "Firefox");
        NAMES.put("CriOS/", "Chrome");
        NAMES.put("Chrome/", "Chrome");
        NAMES.put("Safari/", "Safari");
        SYSTEMS.put("iPhone", "iPhone");
        SYSTEMS.put("iPad", "iPad");
        SYSTEMS.put("Android", "Android");
        SYSTEMS.put("Windows", "Windows");
        SYSTEMS.put("Macintosh", "Mac");
        SYSTEMS.put("CrOS", "ChromeOS");
        SYSTEMS.put("Linux", "Linux");
    }

    /** What the header {@code User-Agent} tells. */
    public static Browser of(@Nullable String userAgent) {
        return userAgent == null ? UNKNOWN : new Browser(first(NAMES, userAgent), first(SYSTEMS, userAgent));
    }

    public boolean isKnown() {
        return !name.isEmpty() && !system.isEmpty();
    }

    private static String first(Map<String, String> words, String userAgent) {
        return words.entrySet().stream()
                .filter(word -> userAgent.contains(word.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }
}
