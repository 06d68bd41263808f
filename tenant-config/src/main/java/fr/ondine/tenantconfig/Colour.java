package fr.ondine.tenantconfig;

import java.util.Locale;

/** An sRGB colour and the contrast rules of WCAG 2.2. */
public record Colour(String hex) {

    public static final Colour WHITE = new Colour("#ffffff");
    public static final Colour BLACK = new Colour("#000000");

    public Colour {
        hex = hex.toLowerCase(Locale.ROOT);
        Invalid.unless(hex.matches("#[0-9a-f]{6}"), null, "colour", hex);
    }

    /** The WCAG contrast ratio, from 1 (same colour) to 21 (black on white). */
    public double contrastWith(Colour other) {
        double lighter = Math.max(luminance(), other.luminance());
        double darker = Math.min(luminance(), other.luminance());
        return (lighter + 0.05) / (darker + 0.05);
    }

    /** This colour with so many percent of another mixed in. */
    public Colour mixedWith(Colour other, int percent) {
        var mixed = new StringBuilder("#");
        for (int channel = 0; channel < 3; channel++) {
            int value = channel(channel) * (100 - percent) + other.channel(channel) * percent;
            mixed.append("%02x".formatted((value + 50) / 100));
        }
        return new Colour(mixed.toString());
    }

    /** The nearest colour on the way to black or white that has at least this contrast with the background. */
    public Colour nearestReadableOn(Colour background, double contrast) {
        var target = background.luminance() > 0.18 ? BLACK : WHITE;
        for (int percent = 0; percent < 100; percent++) {
            var candidate = mixedWith(target, percent);
            if (candidate.contrastWith(background) >= contrast) {
                return candidate;
            }
        }
        return target;
    }

    private double luminance() {
        return 0.2126 * linear(channel(0)) + 0.7152 * linear(channel(1)) + 0.0722 * linear(channel(2));
    }

    private int channel(int index) {
        return Integer.parseInt(hex.substring(1 + 2 * index, 3 + 2 * index), 16);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    @Override
    public String toString() {
        return hex;
    }
}
