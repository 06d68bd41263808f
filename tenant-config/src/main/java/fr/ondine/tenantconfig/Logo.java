package fr.ondine.tenantconfig;

/** The image that takes the place of the mark. Its measures are known before it is there, so that nothing moves when it comes. */
public record Logo(FileId file, int width, int height) {

    public static final int MOST_PIXELS = 2000;

    public Logo {
        Invalid.unless(isPossible(width), "width", "pixels", MOST_PIXELS);
        Invalid.unless(isPossible(height), "height", "pixels", MOST_PIXELS);
    }

    /** Where the utility's own hosts serve it. */
    public String path() {
        return "/branding/logo/" + file;
    }

    /** As large as there is room, and not distorted. */
    public Logo within(int room, int high) {
        var scale = Math.min((double) room / width, (double) high / height);
        return new Logo(file, scaled(width, scale), scaled(height, scale));
    }

    private static int scaled(int side, double scale) {
        return Math.max(1, (int) Math.round(side * scale));
    }

    private static boolean isPossible(int side) {
        return side > 0 && side <= MOST_PIXELS;
    }
}
