package org.kapok.scenario;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What decides the draws of an ensemble, and what is told of them.
 *
 * @param version of the library
 * @param inputs every file of the scenario with its hash
 * @param seed what the draws start from
 * @param draws how many
 * @param choices the components that are drawn alone as well, and whether regions are told
 */
record EnsembleIdentity(String version, String inputs, String seed, String draws, String choices) {
    /** What is wrong with going on from an ensemble of another identity; nothing where it is the same. */
    List<String> refusals(EnsembleIdentity found) {
        List<String> refusals = new ArrayList<>();
        if (!found.version.equals(version)) {
            refusals.add(
                    "got an unfinished ensemble of version " + found.version + " where this is version " + version);
        }
        if (!found.inputs.equals(inputs)) {
            refusals.add("got an unfinished ensemble of another scenario, or of other tables of this one");
        }
        if (!found.seed.equals(seed)) {
            refusals.add("got an unfinished ensemble of seed " + found.seed + " where seed " + seed + " is asked for");
        }
        if (!found.draws.equals(draws)) {
            refusals.add("got an unfinished ensemble of " + found.draws + " draws where " + draws + " are asked for");
        }
        if (!found.choices.equals(choices)) {
            refusals.add("got an unfinished ensemble of another choice of --decompose or --by-region");
        }
        return refusals;
    }

    void write(DataOutput out) throws IOException {
        for (String part : List.of(version, inputs, seed, draws, choices)) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            out.writeInt(bytes.length);
            out.write(bytes);
        }
    }

    static EnsembleIdentity read(DataInput in) throws IOException {
        return new EnsembleIdentity(text(in), text(in), text(in), text(in), text(in));
    }

    private static String text(DataInput in) throws IOException {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
