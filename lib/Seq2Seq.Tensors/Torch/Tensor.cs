using System.Diagnostics;

namespace Seq2Seq.Tensors;

public static partial class torch
{
    /// <summary>An n-dimensional array with a device, an element type and, if asked, a gradient.</summary>
    [DebuggerDisplay("{DebugText,nq}")]
    [DebuggerTypeProxy(typeof(TensorDebugView))]
    public partial class Tensor : IDisposable
    {
        private Storage? _storage;
        private long[] _sizes = [];
        private long[] _strides = [];
        private long _offset;
        private ScalarType _type;

        private Tensor()
        {
        }

        private Tensor(Storage storage, long[] sizes, long[] strides, long offset, ScalarType type, bool scoped)
        {
            Show(storage, sizes, strides, offset, type);
            if (scoped)
                DisposeScope.Register(this);
        }

        /// <summary>Takes the handle of another tensor over; that one is invalid afterwards.</summary>
        /// <param name="source">The tensor to become.</param>
        private protected Tensor(Tensor source)
        {
            ArgumentNullException.ThrowIfNull(source);
            source.CheckAlive();
            _storage = source._storage;
            _sizes = source._sizes;
            _strides = source._strides;
            _offset = source._offset;
            _type = source._type;
            _meta = source._meta;
            Contiguous = source.Contiguous;
            Count = source.Count;
            var scope = source.Scope;
            scope?.Forget(source);
            (source._storage, source._meta) = (null, null);
            scope?.Adopt(this);
        }

        /// <summary>The size in each dimension.</summary>
        public long[] shape => (long[])Sizes.Clone();

        /// <summary>The element type.</summary>
        public ScalarType dtype
        {
            get
            {
                CheckAlive();
                return _type;
            }
        }

        /// <summary>Where it lives: the processor.</summary>
        public Device device
        {
            get
            {
                CheckAlive();
                return CPU;
            }
        }

        /// <summary>The kind of place where it lives: the processor.</summary>
        public DeviceType device_type => device.type;

        /// <summary>The number of dimensions.</summary>
        public long ndim => Sizes.Length;

        /// <summary>The number of elements.</summary>
        public long NumberOfElements => numel();

        /// <summary>The number of dimensions.</summary>
        public long Dimensions => ndim;

        /// <summary>Bytes per element.</summary>
        public long ElementSize => dtype.Size();

        /// <summary>True after it was disposed.</summary>
        public bool IsInvalid => _storage is null;

        /// <summary>The scope that will dispose it, if any.</summary>
        internal DisposeScope? Scope { get; set; }

        /// <summary>Its neighbours in the list of that scope.</summary>
        internal Tensor? ScopePrevious { get; set; }

        /// <inheritdoc cref="ScopePrevious"/>
        internal Tensor? ScopeNext { get; set; }

        internal Storage Storage => _storage ?? throw Throw.Disposed();

        internal long[] Sizes
        {
            get
            {
                CheckAlive();
                return _sizes;
            }
        }

        internal long[] Strides => _strides;

        internal long Offset => _offset;

        internal int Rank => Sizes.Length;

        internal long Count { get; private set; }

        /// <summary>Do the elements lie in row-major order without gaps?</summary>
        internal bool Contiguous { get; private set; }

        internal unsafe byte* Pointer => Storage.Pointer + (_offset * _type.Size());

        internal Geometry Geometry => new(_sizes, _strides, _offset);

        /// <summary>Do several indices share one element of memory?</summary>
        internal bool OverlapsItself
        {
            get
            {
                if (Contiguous || Count == 0)
                    return false;
                for (var i = 0; i < _sizes.Length; i++)
                {
                    if (_sizes[i] > 1 && _strides[i] == 0)
                        return true;
                }

                return false;
            }
        }

        /// <summary>The number of dimensions.</summary>
        public long dim() => ndim;

        /// <summary>The number of elements.</summary>
        public long numel()
        {
            CheckAlive();
            return Count;
        }

        /// <summary>The size in each dimension.</summary>
        public long[] size() => shape;

        /// <summary>The size in one dimension; negative counts from the end.</summary>
        /// <param name="dim">The dimension.</param>
        public long size(int dim) => Sizes[Shapes.Dim("size", dim, _sizes.Length)];

        /// <summary>How far apart neighbours lie in memory, in elements, in each dimension.</summary>
        public long[] stride()
        {
            CheckAlive();
            return (long[])_strides.Clone();
        }

        /// <summary>How far apart neighbours of one dimension lie in memory, in elements.</summary>
        /// <param name="dim">The dimension.</param>
        public long stride(int dim) => _strides[Shapes.Dim("stride", dim, Rank)];

        /// <summary>Where its first element lies in its memory, in elements.</summary>
        public long storage_offset()
        {
            CheckAlive();
            return _offset;
        }

        /// <summary>Do the elements lie in row-major order without gaps?</summary>
        public bool is_contiguous()
        {
            CheckAlive();
            return Contiguous;
        }

        /// <summary>Is the element type a floating-point type?</summary>
        public bool is_floating_point() => dtype.IsFloat();

        /// <summary>Gives its memory back once no other handle uses it. Disposing twice is harmless.</summary>
        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        /// <summary>Gives its memory back once no other handle uses it.</summary>
        /// <param name="disposing">False when the collector calls.</param>
        protected virtual void Dispose(bool disposing)
        {
            if (!disposing || _storage is null)
                return;
            Scope?.Forget(this);
            DropStorage();
            if (_isInner)
                WaitForReuse();
            else if (_step != 0 && StepObjects.Running is { } running && running.Number == _step)
                running.Take(this);
        }

        internal void CheckAlive()
        {
            if (_storage is null)
                throw Throw.Disposed();
        }

        /// <summary>The elements of a contiguous tensor.</summary>
        internal unsafe Span<T> Span<T>()
            where T : unmanaged => new(Pointer, checked((int)Count));

        internal void DropStorage()
        {
            var storage = Interlocked.Exchange(ref _storage, null);
            DropMeta();
            storage?.Release();
        }

        internal static Tensor Invalid()
        {
            var tensor = new Tensor(Storage.Allocate(0), [0], [1], 0, ScalarType.Float32, scoped: false);
            tensor.Dispose();
            return tensor;
        }

        /// <summary>New memory with whatever it holds; without a scope, for the engine's own use.</summary>
        internal static Tensor Uninitialized(ReadOnlySpan<long> sizes, ScalarType type, bool scoped = true)
        {
            foreach (var size in sizes)
            {
                if (size < 0)
                    throw Throw.NegativeSize("new tensor", size, sizes);
            }

            var bytes = checked(Shapes.Count(sizes) * type.Size());
            Span<long> strides = stackalloc long[sizes.Length];
            Shapes.ContiguousStrides(sizes, strides);
            return New(Storage.Allocate(bytes), Shapes.Known(sizes), Shapes.Known(strides), 0, type, scoped);
        }

        internal static Tensor Zeros(ReadOnlySpan<long> sizes, ScalarType type)
        {
            var tensor = Uninitialized(sizes, type);
            Copying.Fill(tensor, 0);
            return tensor;
        }

        internal static Tensor ZerosUnscoped(ReadOnlySpan<long> sizes, ScalarType type)
        {
            var tensor = Uninitialized(sizes, type, scoped: false);
            Copying.Fill(tensor, 0);
            return tensor;
        }

        internal static Tensor Share(Array array, ReadOnlySpan<long> sizes, ScalarType type)
        {
            var copy = sizes.ToArray();
            var storage = Storage.Share(array, Shapes.Count(copy) * type.Size());
            return new Tensor(storage, copy, Shapes.ContiguousStrides(copy), 0, type, scoped: true);
        }

        /// <summary>Another handle on the same memory, outside any scope, without a history; for the engine's own use.</summary>
        internal Tensor Handle()
        {
            Storage.Retain();
            return New(_storage!, _sizes, _strides, _offset, _type, scoped: false);
        }

        /// <summary>The same for an object that a user can hold on to.</summary>
        internal Tensor UnscopedHandle()
        {
            Storage.Retain();
            return new Tensor(_storage!, _sizes, _strides, _offset, _type, scoped: false);
        }

        /// <summary>Another handle on the same memory, without a history.</summary>
        internal Tensor ScopedHandle()
        {
            Storage.Retain();
            return New(_storage!, _sizes, _strides, _offset, _type, scoped: true);
        }

        /// <summary>Another handle on the same tensor, with its history.</summary>
        internal Tensor Alias()
        {
            var alias = ScopedHandle();
            if (_meta is not null || GradMode.Enabled)
                alias._meta = Meta.Retain();
            return alias;
        }

        /// <summary>Contiguous elements, outside any scope, without a history; the same memory if it already is.</summary>
        internal Tensor Dense(bool forceCopy = false)
        {
            if (Contiguous && !forceCopy)
                return Handle();
            var copy = Uninitialized(Sizes, _type, scoped: false);
            Copying.Copy(this, copy);
            return copy;
        }

        /// <summary>A raw view, without a history, in the current scope.</summary>
        internal Tensor AsStrided(Geometry geometry)
        {
            Storage.Retain();
            return New(_storage!, geometry.Sizes, geometry.Strides, geometry.Offset, _type, scoped: true);
        }

        /// <summary>A view of this tensor that takes part in the rules of in-place changes.</summary>
        internal Tensor MakeView(long[] sizes, long[] strides, long offset)
        {
            Storage.Retain();
            var view = New(_storage!, sizes, strides, offset, _type, scoped: true);
            if (!GradMode.Enabled || !_type.IsFloat())
                return view;
            _ = CurrentSlot;
            var (root, geometry) = View is { } own ? (own.Root!, own.View.Base) : (Meta, Geometry);
            view._meta = AutogradMeta.NewView(root, new ViewOfBase(geometry, view.Geometry, _type));
            return view;
        }

        /// <summary>Its place in the graph if it is a view.</summary>
        internal AutogradMeta? View => _meta is { Root: not null } ? _meta : null;
    }
}
