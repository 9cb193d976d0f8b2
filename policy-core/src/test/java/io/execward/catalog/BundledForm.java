// SPDX-License-Identifier: Apache-2.0
package io.execward.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import io.execward.model.Action;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Writes a catalog in the bundled form, which {@link BundledService} describes and reads. */
final class BundledForm {
    private final StringBuilder out = new StringBuilder();

    private BundledForm() {}

    static String print(ServiceCatalog catalog) {
        BundledForm form = new BundledForm();
        form.out
                .append(catalog.date())
                .append('\t')
                .append(catalog.provenance())
                .append('\n');
        catalog.services().forEach(form::service);
        return form.out.toString();
    }

    static void write(String text, Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file)) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION);
            }
        }) {
            out.write(text.getBytes(UTF_8));
        }
    }

    private void service(Service service) {
        List<KeyDefinition> keys = service.keys();
        List<ResourceType> types = service.resourceTypes();
        List<Action> dependent = service.actions().stream()
                .flatMap(action -> action.dependentActions().stream())
                .distinct()
                .toList();
        line("S" + service.prefix());
        keys.forEach(key -> line("K" + key, key.types().iterator().next()));
        dependent.forEach(action -> line("D" + action));
        types.forEach(type -> line("R" + type.name(), type.arnPattern(), numbers(type.keys(), keys::indexOf)));
        for (ServiceAction action : service.actions()) {
            Stream<Object> first = Stream.of(
                    "A" + action.name(),
                    action.accessLevel(),
                    numbers(action.ownKeys(), keys::indexOf),
                    numbers(action.ownDependentActions(), dependent::indexOf));
            Stream<Object> rows = action.resources().stream()
                    .map(row -> types.indexOf(row.type()) + (row.required() ? "!" : "?")
                            + numbers(row.keys(), keys::indexOf) + "/"
                            + numbers(row.dependentActions(), dependent::indexOf));
            line(Stream.concat(first, rows).toArray());
        }
        for (Operation operation : service.operations()) {
            Stream<Object> needs = operation.needs().stream().flatMap(BundledForm::need);
            line(Stream.concat(Stream.of("O" + operation.name()), needs).toArray());
        }
    }

    private static Stream<Object> need(Operation.Need need) {
        Stream<Object> first =
                Stream.of(need.action(), need.when().orElse(""), need.context().size());
        Stream<Object> conditions = need.context().entrySet().stream()
                .flatMap(condition -> Stream.concat(
                        Stream.of(condition.getKey(), condition.getValue().size()), condition.getValue().stream()));
        return Stream.concat(first, conditions);
    }

    private static <T> String numbers(Collection<T> values, ToIntFunction<T> number) {
        return values.stream()
                .map(value -> Integer.toString(number.applyAsInt(value)))
                .collect(joining(","));
    }

    private void line(Object... cells) {
        out.append(Stream.of(cells).map(Object::toString).collect(joining("\t")));
        out.append('\n');
    }
}
