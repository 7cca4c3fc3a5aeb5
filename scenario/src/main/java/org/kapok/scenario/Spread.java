package org.kapok.scenario;

import com.tdunning.math.stats.MergingDigest;
import com.tdunning.math.stats.ScaleFunction;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.kapok.projection.ensemble.Block;
import org.kapok.projection.ensemble.Quantiles;

/**
 * How the draws of one number spread, as they come in.
 *
 * <p>It keeps the draws, or a sketch of them in memory that does not grow, or their variance alone. The same draws in the
 * same order give the same bits, also where the spread was written and read in between.
 */
abstract sealed class Spread {
    /** A sketch takes in so many draws at a time. */
    private static final int SETTLED = 2 * Block.DRAWS;

    /** What is kept of the draws. */
    enum Kind {
        EXACT,
        SKETCH,
        VARIANCE
    }

    /**
     * Empty spreads of several numbers, for so many draws each. Those that keep draws share one array, which is as large as
     * all of them from the start and is never moved.
     */
    static List<Spread> of(Kind kind, int numbers, int draws) {
        double[] kept = new double[kind == Kind.EXACT ? Math.multiplyExact(numbers, draws) : 0];
        return IntStream.range(0, numbers)
                .mapToObj(number -> switch (kind) {
                    case EXACT -> new Exact(kept, number * draws);
                    case SKETCH -> new Sketch();
                    case VARIANCE -> new Moments();
                })
                .toList();
    }

    /** Takes the next draws. */
    abstract void add(double[] draws, int count);

    /** The summary of the draws so far; a spread of the variance alone has no quantiles. */
    abstract Quantiles quantiles();

    abstract void write(DataOutput out) throws IOException;

    abstract void read(DataInput in) throws IOException;

    private static final class Exact extends Spread {
        private final double[] draws; // of others as well
        private final int first;
        private int count;

        private Exact(double[] draws, int first) {
            this.draws = draws;
            this.first = first;
        }

        @Override
        void add(double[] more, int many) {
            System.arraycopy(more, 0, draws, first + count, many);
            count += many;
        }

        @Override
        Quantiles quantiles() {
            return Quantiles.of(Arrays.copyOfRange(draws, first, first + count));
        }

        @Override
        void write(DataOutput out) throws IOException {
            out.writeInt(count);
            ByteBuffer bytes = ByteBuffer.allocate(count * Double.BYTES);
            bytes.asDoubleBuffer().put(draws, first, count);
            out.write(bytes.array());
        }

        @Override
        void read(DataInput in) throws IOException {
            count = in.readInt();
            byte[] bytes = new byte[count * Double.BYTES];
            in.readFully(bytes);
            ByteBuffer.wrap(bytes).asDoubleBuffer().get(draws, first, count);
        }
    }

    private static final class Moments extends Spread {
        private long count;
        private double mean;
        private double squares;

        /** Adds one by one (Welford 1962, Technometrics 4(3)), as large numbers that hardly differ cancel otherwise. */
        @Override
        void add(double[] draws, int many) {
            for (int i = 0; i < many; i++) {
                count++;
                double off = draws[i] - mean;
                mean += off / count;
                squares += off * (draws[i] - mean);
            }
        }

        @Override
        Quantiles quantiles() {
            return Quantiles.of(
                    count,
                    mean,
                    deviation(),
                    probability -> {
                        throw new IllegalStateException("Spread: got a variance alone, expected draws or a sketch");
                    },
                    0);
        }

        long count() {
            return count;
        }

        double mean() {
            return mean;
        }

        double deviation() {
            return count > 1 ? Math.sqrt(squares / (count - 1)) : 0;
        }

        @Override
        void write(DataOutput out) throws IOException {
            out.writeLong(count);
            out.writeDouble(mean);
            out.writeDouble(squares);
        }

        @Override
        void read(DataInput in) throws IOException {
            count = in.readLong();
            mean = in.readDouble();
            squares = in.readDouble();
        }
    }

    /**
     * A t-digest (Dunning 2021, The t-digest: efficient estimates of distributions, Software Impacts 7), made anew from
     * its bytes whenever draws are merged into it, so that nothing but these bytes decides what comes next. Its centroids
     * are of equal weight, as other sizes are computed with logarithms, which differ between platforms.
     */
    private static final class Sketch extends Spread {
        private static final double COMPRESSION = 200;
        /** The share of draws by which a quantile may be off; more than is seen of lognormal samples. */
        private static final double RANK_ERROR = 0.003;

        private final Moments moments = new Moments();
        private final double[] waiting = new double[SETTLED];
        private int waits;
        private byte[] merged = {};

        @Override
        void add(double[] draws, int many) {
            moments.add(draws, many);
            System.arraycopy(draws, 0, waiting, waits, many);
            waits += many;
            if (waits == SETTLED) {
                MergingDigest digest = digest();
                ByteBuffer bytes = ByteBuffer.allocate(digest.byteSize());
                digest.asBytes(bytes);
                merged = bytes.array();
                waits = 0;
            }
        }

        private MergingDigest digest() {
            MergingDigest digest = merged.length == 0
                    ? new MergingDigest(COMPRESSION)
                    : MergingDigest.fromBytes(ByteBuffer.wrap(merged));
            digest.setScaleFunction(ScaleFunction.K_0);
            digest.useAlternatingSort = false;
            for (int i = 0; i < waits; i++) {
                digest.add(waiting[i], 1);
            }
            return digest;
        }

        @Override
        Quantiles quantiles() {
            return Quantiles.of(moments.count(), moments.mean(), moments.deviation(), digest()::quantile, RANK_ERROR);
        }

        @Override
        void write(DataOutput out) throws IOException {
            moments.write(out);
            out.writeInt(merged.length);
            out.write(merged);
            out.writeInt(waits);
            for (int i = 0; i < waits; i++) {
                out.writeDouble(waiting[i]);
            }
        }

        @Override
        void read(DataInput in) throws IOException {
            moments.read(in);
            merged = new byte[in.readInt()];
            in.readFully(merged);
            waits = in.readInt();
            for (int i = 0; i < waits; i++) {
                waiting[i] = in.readDouble();
            }
        }
    }
}
