package fr.ondine.platform.fleet;

import fr.ondine.platform.tenancy.TenantJob;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The work that may come with a utility: that of utilities alone, on one thing, and of a kind that is known here. */
@Component
class WaitingWork {

    private static final Pattern ROW =
            Pattern.compile("([a-z-]+)\t[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/[0-9a-f]{8}\t[^\t]+\n");

    private final Set<String> tasks;

    WaitingWork(List<TenantJob> jobs) {
        this.tasks = jobs.stream().map(TenantJob::name).collect(Collectors.toUnmodifiableSet());
    }

    /** The same row, or a refusal. */
    byte[] known(byte[] row) {
        var text = new String(row, StandardCharsets.ISO_8859_1);
        var work = ROW.matcher(text);
        if (!work.matches() || !tasks.contains(work.group(1))) {
            throw new TransferRefused("other-work", text.strip());
        }
        return row;
    }
}
