package fr.ondine.demo;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.IOException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The readable parts of a mail, and the links in them. */
final class MailParts {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"')]+");

    private MailParts() {}

    /** The first part of that type, or nothing. */
    static String of(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return part.getContent().toString();
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int index = 0; index < parts.getCount(); index++) {
                BodyPart inner = parts.getBodyPart(index);
                var found = of(inner, type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }

    static List<String> links(String text) {
        return LINK.matcher(text).results().map(MatchResult::group).distinct().toList();
    }
}
