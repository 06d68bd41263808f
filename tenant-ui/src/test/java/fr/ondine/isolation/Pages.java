package fr.ondine.isolation;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Opens a page as a browser does: its first answer, its beginning, and the message that asks for its content. */
record Pages(Wire wire) {

    private static final Pattern KEY = Pattern.compile("\"Vaadin-Security-Key\":\"([^\"]+)\"");
    private static final Pattern UI = Pattern.compile("\"v-uiId\":(\\d+)");

    /** A page that has begun: whose it is and what its messages carry. */
    record Begun(Answer answer, String cookies, String key, String ui) {}

    /** All answers on the way to the page's content; the last is its content, where there is any. */
    List<Answer> open(String host, String address, String cookies) {
        return open(host, address, cookies, begun -> leave(host, begun));
    }

    /** The same by a visitor whose tab stays open: what works behind the page finds it there. */
    List<Answer> stay(String host, String address, String cookies) {
        return open(host, address, cookies, begun -> {});
    }

    private List<Answer> open(String host, String address, String cookies, Consumer<Begun> then) {
        var answers = new ArrayList<Answer>();
        answers.add(wire.send(Asked.get(host, address).cookies(cookies)));
        var begun = begin(host, address, cookies);
        answers.add(begun.answer());
        if (!begun.key().isEmpty()) {
            answers.add(navigate(host, address, begun));
            then.accept(begun);
        }
        return answers;
    }

    Begun begin(String host, String address, String cookies) {
        var answer = wire.send(
                Asked.get(host, "/?v-r=init&location=" + encoded(path(address)) + "&query=" + encoded(query(address)))
                        .cookies(cookies));
        var text = answer.text();
        var own = answer.cookies();
        return new Begun(answer, own.isEmpty() ? cookies : own, found(KEY, text), found(UI, text));
    }

    Answer navigate(String host, String address, Begun begun) {
        return message(host, begun, """
            {"type":"event","node":1,"event":"ui-navigate","data":{"route":"%s","query":"%s","appShellTitle":"",\
            "historyState":null,"trigger":""}}\
            """.formatted(path(address), query(address)));
    }

    /** As a browser says when its tab is closed, so that the server keeps nothing of the page. */
    private void leave(String host, Begun begun) {
        var body =
                "{\"csrfToken\":\"%s\",\"rpc\":[],\"UNLOAD\":true,\"syncId\":1,\"clientId\":1}".formatted(begun.key());
        wire.send(Asked.json(host, "/?v-r=uidl&v-uiId=" + begun.ui(), body).cookies(begun.cookies()));
    }

    Answer message(String host, Begun begun, String invocation) {
        var body = "{\"csrfToken\":\"%s\",\"rpc\":[%s],\"syncId\":0,\"clientId\":0}".formatted(begun.key(), invocation);
        return wire.send(
                Asked.json(host, "/?v-r=uidl&v-uiId=" + begun.ui(), body).cookies(begun.cookies()));
    }

    private static String path(String address) {
        return address.substring(1).replaceAll("\\?.*$", "");
    }

    private static String query(String address) {
        var start = address.indexOf('?');
        return start < 0 ? "" : address.substring(start + 1);
    }

    private static String found(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        return found.find() ? found.group(1) : "";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
