package fr.ondine.ui.runs;

import static fr.ondine.ui.runs.RunWords.say;

import fr.ondine.platform.kernel.Volume;
import fr.ondine.platform.runs.ParkedAgreement;
import fr.ondine.platform.runs.ParkingReason;
import fr.ondine.ui.shell.Written;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** Why an agreement is set aside, as a clerk would say it. */
final class ParkedWords {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private ParkedWords() {}

    static String why(ParkedAgreement parked) {
        var detail = parked.detail();
        return switch (parked.reason()) {
            case NO_READING -> noReading(detail);
            case IMPLAUSIBLE ->
                parked.isConfirmable()
                        ? say("runs.parked.implausible", volume(parked))
                        : say("runs.parked.backwards", volume(parked));
            case TARIFF_MISSING ->
                detail.isEmpty() ? say("runs.parked.no-tariff") : say("runs.parked.tariff-missing", readable(detail));
            case DOUBLE ->
                detail.isEmpty() ? RunWords.of("parked", parked.reason()) : say("runs.parked.doubted-estimate", detail);
            case NO_HISTORY, HOLDER_INCOMPLETE, CHANGED -> RunWords.of("parked", parked.reason());
        };
    }

    /** What a clerk does about it. */
    static String next(ParkedAgreement parked) {
        return parked.reason() == ParkingReason.DOUBLE && !parked.detail().isEmpty()
                ? say("runs.parked.next.doubted-estimate")
                : RunWords.of("parked.next", parked.reason());
    }

    /** The litres that it was set aside for, in cubic metres. */
    static Volume volume(ParkedAgreement parked) {
        return new Volume(Math.abs(Long.parseLong(parked.detail())));
    }

    private static String noReading(String detail) {
        if (detail.isEmpty()) {
            return say("runs.parked.no-reading");
        }
        return DAY.matcher(detail).matches()
                ? say("runs.parked.no-first-reading", LocalDate.parse(detail))
                : say("runs.parked.meter-unread", detail);
    }

    private static String readable(String detail) {
        return DAY.matcher(detail.replaceAll("[\\[\\]]", ""))
                .replaceAll(day -> Written.date(LocalDate.parse(day.group())));
    }
}
