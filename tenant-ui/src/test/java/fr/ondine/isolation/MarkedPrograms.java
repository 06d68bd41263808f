package fr.ondine.isolation;

import fr.ondine.platform.kernel.RawToken;
import fr.ondine.platform.provider.ClientKind;
import fr.ondine.platform.provider.ClientScope;
import fr.ondine.platform.provider.ClientWish;
import fr.ondine.platform.provider.FreshClient;
import fr.ondine.platform.provider.ProviderClients;
import fr.ondine.platform.staff.StaffRole;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.testing.ProvenStaff;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** Two programs of the bound utility, with their tokens: one acts for it, its subscriber has let the other in. */
record MarkedPrograms(ApplicationContext application, Wire wire, String kept) {

    private static final String BACK = "https://partenaire.exemple.fr/retour";
    private static final String VERIFIER = "v".repeat(60);

    record Tokens(String machine, String application) {}

    Tokens comeIn(String session) {
        return new Tokens(machine(), application(session));
    }

    private String machine() {
        var client = register(ClientKind.MACHINE, List.of());
        return token(client, "grant_type=client_credentials&scope=" + words(ClientKind.MACHINE));
    }

    private String application(String session) {
        var client = register(ClientKind.APPLICATION, List.of(BACK));
        var challenge = Base64.getUrlEncoder().withoutPadding().encodeToString(new RawToken(VERIFIER).digest());
        var asked = wire.send(Asked.get(
                        host(),
                        "/oauth2/authorize?response_type=code&client_id=" + client.clientId() + "&redirect_uri=" + BACK
                                + "&scope=" + words(ClientKind.APPLICATION) + "&code_challenge=" + challenge
                                + "&code_challenge_method=S256")
                .cookies(session));
        var agreed = wire.send(Asked.form(
                        host(),
                        "/oauth2/authorize",
                        "client_id=" + client.clientId() + "&state=" + found("state", asked.header("Location"))
                                + "&scope=" + words(ClientKind.APPLICATION).replace("+", "&scope="))
                .with("Sec-Fetch-Site: same-origin")
                .cookies(session));
        return token(
                client,
                "grant_type=authorization_code&redirect_uri=" + BACK + "&code_verifier=" + VERIFIER + "&code="
                        + found("code", agreed.text().replace("&amp;", "&")));
    }

    private FreshClient register(ClientKind kind, List<String> redirects) {
        var administrator = ProvenStaff.of(
                TenantContext.current().slug(), UUID.randomUUID(), "a@exemple.fr", kept, StaffRole.ADMINISTRATOR, 0);
        return application
                .getBean(ProviderClients.class)
                .register(administrator, new ClientWish(kept, kind, Set.copyOf(ClientScope.of(kind)), redirects, null));
    }

    private String token(FreshClient client, String form) {
        var shown = client.clientId() + ":" + client.secret();
        var answer = wire.send(Asked.form(host(), "/oauth2/token", form)
                .with("Authorization: Basic "
                        + Base64.getEncoder().encodeToString(shown.getBytes(StandardCharsets.UTF_8))));
        var token = JsonMapper.shared().readTree(answer.body()).get("access_token");
        if (token == null) {
            throw new AssertionError("a marked program got no token: " + answer.text());
        }
        return token.asString();
    }

    /** With its port: the issuer's address is compared whole. */
    private String host() {
        return TenantContext.current().slug() + ".localhost:" + wire.port();
    }

    private static String words(ClientKind kind) {
        return String.join(
                "+", ClientScope.of(kind).stream().map(ClientScope::word).toList());
    }

    private static String found(String name, String where) {
        var parameter = Pattern.compile("[?&]" + name + "=([^&\"]*)").matcher(where);
        if (!parameter.find()) {
            throw new AssertionError("no " + name + " in " + where);
        }
        return URLEncoder.encode(URLDecoder.decode(parameter.group(1), StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
