namespace Seq2Seq.Tensors;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A module whose calls can be watched: hooks run around <c>forward</c> when it is reached through <c>call</c>.</summary>
        /// <typeparam name="TPreHook">Sees, and may replace, the inputs.</typeparam>
        /// <typeparam name="TPostHook">Sees, and may replace, the result.</typeparam>
        public abstract class HookableModule<TPreHook, TPostHook> : Module
            where TPreHook : Delegate
            where TPostHook : Delegate
        {
            // Null while no hook was ever set, so that an ordinary call costs nothing.
            private List<(HookRemover Handle, Delegate Hook)>? _before;
            private List<(HookRemover Handle, Delegate Hook)>? _after;

            /// <summary>Starts an empty module.</summary>
            protected HookableModule(string name)
                : base(name)
            {
            }

            /// <summary>Runs after <c>forward</c>; a result that is not null takes the place of forward's.</summary>
            public HookRemover register_forward_hook(TPostHook hook) => Add(ref _after, hook);

            /// <summary>Runs before <c>forward</c>; inputs that are not null take the place of the caller's.</summary>
            public HookRemover register_forward_pre_hook(TPreHook hook) => Add(ref _before, hook);

            /// <summary>Runs after <c>forward</c>.</summary>
            public HookRemover register_forward_hook(Action<Module> hook) => Add(ref _after, hook);

            /// <summary>Runs before <c>forward</c>.</summary>
            public HookRemover register_forward_pre_hook(Action<Module> hook) => Add(ref _before, hook);

            internal override bool HasHooks => _before is { Count: > 0 } || _after is { Count: > 0 };

            /// <summary>The hooks before forward, those that only watch already run.</summary>
            private protected IEnumerable<TPreHook> BeforeForward() => Run<TPreHook>(_before);

            /// <summary>The hooks after forward, those that only watch already run.</summary>
            private protected IEnumerable<TPostHook> AfterForward() => Run<TPostHook>(_after);

            private IEnumerable<THook> Run<THook>(List<(HookRemover Handle, Delegate Hook)>? hooks)
                where THook : Delegate
            {
                if (hooks is null)
                    yield break;
                foreach (var (_, hook) in hooks.ToList())
                {
                    if (hook is Action<Module> watcher)
                        watcher(this);
                    else
                        yield return (THook)hook;
                }
            }

            private HookRemover Add(ref List<(HookRemover Handle, Delegate Hook)>? hooks, Delegate hook)
            {
                ArgumentNullException.ThrowIfNull(hook);
                var handle = new HookRemover(this);
                (hooks ??= []).Add((handle, hook));
                return handle;
            }

            private void Remove(HookRemover handle)
            {
                _before?.RemoveAll(entry => ReferenceEquals(entry.Handle, handle));
                _after?.RemoveAll(entry => ReferenceEquals(entry.Handle, handle));
            }

            /// <summary>Takes one hook away again.</summary>
            public sealed class HookRemover
            {
                private readonly HookableModule<TPreHook, TPostHook> _module;

                internal HookRemover(HookableModule<TPreHook, TPostHook> module) => _module = module;

                /// <summary>Takes the hook away; a second call does nothing.</summary>
                public void remove() => _module.Remove(this);
            }
        }
    }
}
