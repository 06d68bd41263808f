package fr.ondine.isolation;

import java.util.List;

/** Comes to a door as its kind wants it: a page is opened, a form is sent. */
record Knock(Wire wire) {

    /** All answers, with these cookies; the door is asked for {@code ids} and what was mailed by {@code links}. */
    List<Answer> at(Door door, String host, String cookies, Marked ids, Marked links) {
        var address = Fillings.address(door, ids, links);
        if (door.kind() == Door.Kind.PAGE) {
            return new Pages(wire).open(host, address, cookies);
        }
        var at = door.isOfTheProvider() ? host + ":" + wire.port() : host;
        // signing out would end the session of the attacks that follow
        return List.of(wire.send(
                asked(door, at, address, links).cookies(door.template().equals("/logout") ? "" : cookies)));
    }

    private static Asked asked(Door door, String host, String address, Marked links) {
        if (door.method().equals("GET")) {
            return Asked.get(host, address);
        }
        if (door.takesFiles()) {
            return Asked.files(door.method(), host, address, door.files());
        }
        var form = "email=" + links.email() + "&password=" + Marked.PASSWORD.replace(' ', '+');
        return Asked.form(door.method(), host, address, form);
    }
}
