namespace Seq2Seq.Tasks;

/// <summary>One speech sound.</summary>
/// <param name="Seconds">How long it lasts at the usual tempo.</param>
/// <param name="First">First formant in hertz.</param>
/// <param name="Second">Second formant.</param>
/// <param name="Third">Third formant; of a noise, the middle of its band.</param>
/// <param name="Voiced">Strength of the voice.</param>
/// <param name="Breath">Strength of the noise.</param>
internal sealed record Sound(double Seconds, double First, double Second, double Third, double Voiced, double Breath = 0);

/// <summary>The English digits as sequences of sounds. Formants of the vowels: Peterson and Barney 1952, rounded.</summary>
internal static class DigitSounds
{
    private static readonly Sound s_ee = new(0.11, 270, 2290, 3010, 1);
    private static readonly Sound s_ih = new(0.08, 390, 1990, 2550, 1);
    private static readonly Sound s_eh = new(0.10, 530, 1840, 2480, 1);
    private static readonly Sound s_ah = new(0.11, 640, 1190, 2390, 1);
    private static readonly Sound s_aa = new(0.09, 730, 1090, 2440, 1);
    private static readonly Sound s_aw = new(0.11, 570, 840, 2410, 1);
    private static readonly Sound s_uu = new(0.12, 300, 870, 2240, 1);
    private static readonly Sound s_r = new(0.07, 420, 1300, 1600, 0.7);
    private static readonly Sound s_w = new(0.06, 290, 610, 2150, 0.6);
    private static readonly Sound s_n = new(0.08, 250, 1400, 2300, 0.35);
    private static readonly Sound s_v = new(0.05, 250, 1100, 2300, 0.3, 0.05);
    private static readonly Sound s_s = new(0.11, 300, 1600, 3600, 0, 0.30);
    private static readonly Sound s_z = new(0.07, 260, 1500, 3500, 0.25, 0.16);
    private static readonly Sound s_f = new(0.09, 300, 1200, 2600, 0, 0.12);
    private static readonly Sound s_th = new(0.08, 300, 1400, 3000, 0, 0.09);
    private static readonly Sound s_closure = new(0.05, 300, 1500, 2600, 0);
    private static readonly Sound s_t = new(0.02, 300, 1800, 3300, 0, 0.35);
    private static readonly Sound s_k = new(0.025, 300, 1700, 2000, 0, 0.35);

    private static readonly Sound[][] s_digits =
    [
        [s_z, s_ih, s_r, s_aw, s_uu],
        [s_w, s_ah, s_n],
        [s_closure, s_t, s_uu],
        [s_th, s_r, s_ee],
        [s_f, s_aw, s_r],
        [s_f, s_aa, s_ih, s_v],
        [s_s, s_ih, s_closure, s_k, s_s],
        [s_s, s_eh, s_v, s_ah, s_n],
        [s_eh, s_ih, s_closure, s_t],
        [s_n, s_aa, s_ih, s_n],
    ];

    public static IReadOnlyList<Sound> Of(int digit) => s_digits[digit];

}
