package fr.ondine.simulators.stripe;

import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/** One operation of the API; the id in its path, when it has one, is handed to the operation. */
record Route(String method, Pattern path, Schema schema, Operation operation) {

    /** What an operation does with an account that is known and parameters that passed. */
    @FunctionalInterface
    interface Operation {
        ObjectNode run(Account account, String id, ApiRequest request);
    }

    static Route of(String method, String path, Schema schema, Operation operation) {
        return new Route(method, Pattern.compile(path.replace("{id}", "([A-Za-z0-9_]+)")), schema, operation);
    }

    Optional<String> match(ApiRequest request) {
        var found = path.matcher(request.path());
        if (!request.method().equals(method) || !found.matches()) {
            return Optional.empty();
        }
        return Optional.of(found.groupCount() > 0 ? found.group(1) : "");
    }
}
