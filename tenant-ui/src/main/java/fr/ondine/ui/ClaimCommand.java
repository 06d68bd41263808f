package fr.ondine.ui;

import fr.ondine.platform.customers.ClaimDesk;
import fr.ondine.platform.customers.WaitingClaim;
import fr.ondine.platform.kernel.EmailAddress;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import org.springframework.beans.factory.BeanFactory;

/**
 * What customer service does about claims, for where it does not come to its pages: {@code ondine.jar claims --tenant SLUG list},
 * {@code … approve ID --by NAME}, {@code … refuse ID --by NAME}, and
 * {@code ondine.jar invite --tenant SLUG --agreement NUMBER --email ADDRESS --by NAME}.
 */
final class ClaimCommand {

    static final String CLAIMS = "claims";
    static final String INVITE = "invite";

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final String USAGE = """
            ondine: one of
              claims --tenant SLUG list
              claims --tenant SLUG approve ID --by NAME
              claims --tenant SLUG refuse ID --by NAME
              invite --tenant SLUG --agreement NUMBER --email ADDRESS --by NAME
            """;

    private ClaimCommand() {}

    static int run(String... arguments) {
        return run(Map.of(), arguments);
    }

    static int run(Map<String, Object> properties, String... arguments) {
        return switch (List.of(arguments)) {
            case List<String> given
            when matches(given, CLAIMS, "--tenant", "*", "list") -> on(properties, given, ClaimCommand::list);
            case List<String> given
            when matches(given, CLAIMS, "--tenant", "*", "approve", "id", "--by", "*") ->
                on(properties, given, desk -> {
                    desk.approve(UUID.fromString(given.get(4)), given.get(6));
                    return TenantCommand.DONE;
                });
            case List<String> given
            when matches(given, CLAIMS, "--tenant", "*", "refuse", "id", "--by", "*") ->
                on(properties, given, desk -> {
                    desk.refuse(UUID.fromString(given.get(4)), given.get(6));
                    return TenantCommand.DONE;
                });
            case List<String> given
            when matches(given, INVITE, "--tenant", "*", "--agreement", "*", "--email", "*", "--by", "*") ->
                on(properties, given, desk -> {
                    System.out.println(desk.invite(given.get(4), new EmailAddress(given.get(6)), given.get(8)));
                    return TenantCommand.DONE;
                });
            default -> misused();
        };
    }

    private static int on(Map<String, Object> properties, List<String> given, ToIntFunction<ClaimDesk> work) {
        ToIntFunction<BeanFactory> atDesk = beans -> work.applyAsInt(beans.getBean(ClaimDesk.class));
        return TenantCommand.run(properties, given.get(2), atDesk);
    }

    private static int list(ClaimDesk desk) {
        desk.waiting().stream().map(ClaimCommand::line).forEach(System.out::println);
        return TenantCommand.DONE;
    }

    private static String line(WaitingClaim claim) {
        return String.join(
                "  ",
                claim.id().toString(),
                claim.createdAt().toString(),
                claim.number(),
                claim.holder(),
                "for " + claim.claimant(),
                "by " + claim.proof());
    }

    private static int misused() {
        System.err.print(USAGE);
        return TenantCommand.MISUSED;
    }

    /** {@code *} stands for any one argument, {@code id} for the id of a claim. */
    private static boolean matches(List<String> given, String... form) {
        if (given.size() != form.length) {
            return false;
        }
        for (var index = 0; index < form.length; index++) {
            if (!fits(given.get(index), form[index])) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(String given, String form) {
        return switch (form) {
            case "*" -> !given.isBlank();
            case "id" -> ID.matcher(given).matches();
            default -> given.equals(form);
        };
    }
}
