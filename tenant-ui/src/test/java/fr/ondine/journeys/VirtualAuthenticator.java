package fr.ondine.journeys;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/** A device of the browser's own, as a telephone has one: it keeps passkeys and recognises whoever is there. */
final class VirtualAuthenticator {

    private final CDPSession browser;
    private final String id;

    VirtualAuthenticator(Page page) {
        browser = page.context().newCDPSession(page);
        browser.send("WebAuthn.enable");
        var device = new JsonObject();
        device.addProperty("protocol", "ctap2");
        device.addProperty("transport", "internal");
        device.addProperty("hasResidentKey", true);
        device.addProperty("hasUserVerification", true);
        device.addProperty("isUserVerified", true);
        device.addProperty("automaticPresenceSimulation", true);
        var options = new JsonObject();
        options.add("options", device);
        id = browser.send("WebAuthn.addVirtualAuthenticator", options)
                .get("authenticatorId")
                .getAsString();
    }

    /** From now on it recognises its owner, or nobody. */
    void recognises(boolean somebody) {
        var options = new JsonObject();
        options.addProperty("authenticatorId", id);
        options.addProperty("isUserVerified", somebody);
        browser.send("WebAuthn.setUserVerified", options);
    }

    int passkeys() {
        var options = new JsonObject();
        options.addProperty("authenticatorId", id);
        return browser.send("WebAuthn.getCredentials", options)
                .getAsJsonArray("credentials")
                .size();
    }
}
