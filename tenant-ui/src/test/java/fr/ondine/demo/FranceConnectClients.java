package fr.ondine.demo;

import fr.ondine.simulators.franceconnect.Agent;
import fr.ondine.simulators.franceconnect.Client;
import fr.ondine.simulators.franceconnect.FranceConnectSimulator;
import fr.ondine.tenantconfig.BundledTenants;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;

/** The clients of the one utility whose pages have the buttons of FranceConnect and ProConnect, which are on this machine. */
final class FranceConnectClients {

    static final String SLUG = "malesherbois";

    private static final String ID = "demonstration-" + SLUG;
    private static final String SECRET = "secret_of_the_demonstration";

    private static final String SIRET = "20005500200014";

    /** Who works there, and who works there and was not invited. */
    static final List<Agent> AGENTS = List.of(
            new Agent("dominique", "Dominique", "PETIT", DemoStaff.email(SLUG).value(), SIRET),
            new Agent("camille", "Camille", "NON INVITÉE", "camille@malesherbois.exemple.fr", SIRET));

    private FranceConnectClients() {}

    static void openAtWork(FranceConnectSimulator proConnect, DemoSettings settings) {
        var host = BundledTenants.read(SLUG).canonicalHost();
        proConnect.register(Client.atWork(ID, SECRET, URI.create(settings.origin(host)), SignatureAlgorithm.ES256));
        AGENTS.forEach(proConnect::employ);
    }

    static void openFor(FranceConnectSimulator simulator, DemoSettings settings) {
        var host = BundledTenants.read(SLUG).canonicalHost();
        simulator.register(new Client(
                ID, SECRET, "entity-" + SLUG, URI.create(settings.origin(host)), SignatureAlgorithm.ES256, true));
    }

    /** What the application is told of them. */
    static Map<String, Object> properties() {
        return Map.of(
                "ondine.france-connect." + SLUG + ".client-secret",
                SECRET,
                "ondine.pro-connect." + SLUG + ".client-secret",
                SECRET);
    }

    /** The utility's configuration with both clients, and the buttons switched on. */
    static String offering(StateDoors doors) {
        return BundledTenants.yaml(SLUG)
                        .replace("login: [email-and-password]", "login: [email-and-password, france-connect]")
                + """

                france-connect:
                  issuer: %s
                  client-id: %s
                  signature: es256
                  userinfo: jwt-es256

                pro-connect:
                  issuer: %s
                  client-id: %s
                  signature: es256
                  sirets: ["%s"]
                """.formatted(doors.franceConnect(), ID, doors.proConnect(), ID, SIRET);
    }
}
