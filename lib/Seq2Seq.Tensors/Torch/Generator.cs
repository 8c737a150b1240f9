namespace Seq2Seq.Tensors;

public static partial class torch
{
    /// <summary>Starts the default source of random numbers anew: the same numbers follow, on every machine.</summary>
    /// <param name="seed">Which numbers.</param>
    public static Generator manual_seed(long seed) => Generator.Default.manual_seed(seed);

    /// <summary>A source of random numbers: a seed and how many were drawn.</summary>
    public sealed class Generator : IDisposable
    {
        private readonly Lock _lock = new();
        private ulong _seed;
        private ulong _offset;

        /// <summary>Makes a source of its own.</summary>
        /// <param name="seed">Which numbers.</param>
        /// <param name="device">The device.</param>
        public Generator(ulong seed = 0, Device? device = null)
        {
            _seed = seed;
            this.device = device ?? CPU;
        }

        /// <summary>The source that is used when none is named; shared by all threads.</summary>
        public static Generator Default { get; } = new(0x5EED5EED5EED);

        /// <summary>Where it lives: the processor.</summary>
        public Device device { get; }

        /// <summary>Starts anew.</summary>
        /// <param name="seed">Which numbers.</param>
        public Generator manual_seed(long seed)
        {
            lock (_lock)
            {
                _seed = unchecked((ulong)seed);
                _offset = 0;
            }

            return this;
        }

        /// <summary>The seed it was started with.</summary>
        public long initial_seed()
        {
            lock (_lock)
                return unchecked((long)_seed);
        }

        /// <summary>Starts anew with a seed that is not known beforehand, and returns it.</summary>
        public long seed()
        {
            var seed = BitConverter.ToInt64(System.Security.Cryptography.RandomNumberGenerator.GetBytes(8));
            manual_seed(seed);
            return seed;
        }

        /// <summary>Seed and place, as a Byte tensor for <see cref="set_state"/>.</summary>
        public Tensor get_state()
        {
            lock (_lock)
                return tensor([.. BitConverter.GetBytes(_seed), .. BitConverter.GetBytes(_offset)], dtype: ScalarType.Byte);
        }

        /// <summary>Goes back to a place that <see cref="get_state"/> gave.</summary>
        /// <param name="value">What it gave.</param>
        public void set_state(Tensor value)
        {
            ArgumentNullException.ThrowIfNull(value);
            if (value.dtype != ScalarType.Byte || value.Count != 16)
                throw Throw.Bad($"set_state: expected the 16 bytes that get_state gave, got {value.dtype} {Throw.S(value.Sizes)}");
            var bytes = value.data<byte>().ToArray();
            lock (_lock)
            {
                _seed = BitConverter.ToUInt64(bytes, 0);
                _offset = BitConverter.ToUInt64(bytes, 8);
            }
        }

        /// <summary>Does nothing: there is no native memory.</summary>
        public void Dispose()
        {
        }

        /// <summary>Takes counters for so many values, so that nobody else draws the same.</summary>
        internal (ulong Seed, ulong Offset) Reserve(long count)
        {
            lock (_lock)
            {
                var offset = _offset;
                _offset += Philox.CountersFor(count);
                return (_seed, offset);
            }
        }
    }
}
