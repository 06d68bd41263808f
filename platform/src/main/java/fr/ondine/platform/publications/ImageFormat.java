package fr.ondine.platform.publications;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** The formats that every browser, mail reader and PDF shows, and that hold no script. */
enum ImageFormat {
    PNG("89504e470d0a1a0a", "0000000049454e44ae426082"),
    JPEG("ffd8ff", "ffd9");

    private static final int MOST_STAGES = 64;

    private final byte[] begins;
    private final byte[] ends;

    ImageFormat(String begins, String ends) {
        this.begins = HexFormat.of().parseHex(begins);
        this.ends = HexFormat.of().parseHex(ends);
    }

    /** That of a file by its first bytes. */
    static Optional<ImageFormat> of(byte[] content) {
        return Arrays.stream(values())
                .filter(format -> Arrays.mismatch(format.begins, content) == format.begins.length)
                .findFirst();
    }

    /** Whether the file ends where its image does: nothing is cut off, nothing hides behind it. */
    boolean isWhole(byte[] content) {
        var from = content.length - ends.length;
        return from >= 0 && Arrays.equals(content, from, content.length, ends, 0, ends.length);
    }

    /** Whether a decoder is soon done: a JPEG may begin anew to refine what it shows, ten times as a rule, not thousands. */
    boolean isSoonRead(byte[] content) {
        return this == PNG
                || IntStream.range(1, content.length)
                                .filter(at -> content[at - 1] == (byte) 0xff && content[at] == (byte) 0xda)
                                .count()
                        <= MOST_STAGES;
    }

    String mediaType() {
        return "image/" + name().toLowerCase(Locale.ROOT);
    }
}
