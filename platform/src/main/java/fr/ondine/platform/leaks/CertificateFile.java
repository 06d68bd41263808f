package fr.ondine.platform.leaks;

import fr.ondine.platform.documents.DocumentContent;
import java.util.Arrays;
import java.util.HexFormat;

/** The picture of a certificate: a PDF or a photograph, told by its content whatever its name says. */
public record CertificateFile(byte[] content) {

    /** Ten megabytes: more than any telephone makes of a page. */
    public static final int MOST_BYTES = 10 << 20;

    private enum Kind {
        PDF("255044462d", 0, DocumentContent.PDF, "pdf"),
        JPEG("ffd8ff", 0, "image/jpeg", "jpg"),
        PNG("89504e470d0a1a0a", 0, "image/png", "png"),
        WEBP("57454250", 8, "image/webp", "webp"),
        HEIC("6674797068656963", 4, "image/heic", "heic"),
        // what telephones write of ten bits a colour, or say of any picture of that kind
        HEIX("6674797068656978", 4, "image/heic", "heic"),
        HEIF("667479706d696631", 4, "image/heif", "heif");

        private final byte[] mark;
        private final int at;
        private final String mediaType;
        private final String ending;

        Kind(String mark, int at, String mediaType, String ending) {
            this.mark = HexFormat.of().parseHex(mark);
            this.at = at;
            this.mediaType = mediaType;
            this.ending = ending;
        }

        boolean isOf(byte[] content) {
            return content.length >= at + mark.length
                    && Arrays.equals(content, at, at + mark.length, mark, 0, mark.length);
        }
    }

    /** The document to keep: its name is ours, for a person's may say anything. */
    DocumentContent document(String contract) {
        if (content.length > MOST_BYTES) {
            throw LeakRefused.tooLarge();
        }
        var kind = Arrays.stream(Kind.values())
                .filter(one -> one.isOf(content))
                .findFirst()
                .orElseThrow(LeakRefused::notAPicture);
        var name = "attestation-" + contract.replaceAll("[^\\p{Alnum}]", "") + "." + kind.ending;
        return new DocumentContent(name, kind.mediaType, content);
    }
}
