#!/usr/bin/python3
"""Writes metrics.json: texts, and what the metrics' published definitions give for them.

Where Debian's nltk has the metric, nltk computes it. The rest is computed here, straight from the papers and from sacreBLEU's
documentation, as slowly and plainly as possible, so that it shares no idea with the C# code.
Run: /usr/bin/python3 generate.py   (nltk 3.8, numpy; the versions are noted in the file)
"""
import json, math, random, re, sys
from collections import Counter
import nltk
import numpy
from nltk.metrics import edit_distance
from nltk.metrics.agreement import AnnotationTask
from nltk.metrics.scores import f_measure, precision, recall
from nltk.translate import Alignment, alignment_error_rate
from nltk.translate.bleu_score import SmoothingFunction, corpus_bleu, sentence_bleu

rng = random.Random(20261121)
ENGLISH = "the a cat dog sat ran on under mat tree , . ! it's 3.5 1,000 well-known (yes) \"no\" he/she 10-20 Mr. &amp; x_y".split()
CHINESE = "我 你 他 喜欢 茶 书 三 本 ， 。 “好” NLP 3.5 —— 很 不 大学".split()


def sentence(words, low, high):
    return [rng.choice(words) for _ in range(rng.randint(low, high))]


def noisy(tokens, words):
    tokens = list(tokens)
    for _ in range(rng.randint(0, 4)):
        kind = rng.randint(0, 3)
        if kind == 0 and len(tokens) > 1:
            tokens.pop(rng.randrange(len(tokens)))
        elif kind == 1:
            tokens.insert(rng.randint(0, len(tokens)), rng.choice(words))
        elif kind == 2 and tokens:
            tokens[rng.randrange(len(tokens))] = rng.choice(words)
        elif len(tokens) > 3:
            i, j = sorted(rng.sample(range(len(tokens)), 2))
            block = tokens[i:j]
            rest = tokens[:i] + tokens[j:]
            k = rng.randint(0, len(rest))
            tokens = rest[:k] + block + rest[k:]
    return tokens


def corpus(words, joint, count, references, low, high):
    hypotheses, golds = [], []
    for _ in range(count):
        gold = sentence(words, low, high)
        hypotheses.append(joint.join(noisy(gold, words)))
        golds.append([joint.join(gold)] + [joint.join(noisy(gold, words)) for _ in range(references - 1)])
    return hypotheses, golds


# ---- BLEU (Papineni 2002; sacreBLEU's tokenisations and smoothings) ----
def signs(text):
    for pattern, with_ in ((r"([\{-\~\[-\` -\&\(-\+\:-\@\/])", r" \1 "), (r"([^0-9])([\.,])", r"\1 \2 "),
                           (r"([\.,])([^0-9])", r" \1 \2"), (r"([0-9])(-)", r"\1 \2 ")):
        text = re.sub(pattern, with_, text)
    return text.split()


ZH = [(0x3400, 0x4db5), (0x4e00, 0x9fbb), (0xf900, 0xfa2d), (0xfa30, 0xfa6a), (0xfa70, 0xfad9), (0x2001, 0x2a6d), (0xff00, 0xffef),
      (0x2e80, 0x2eff), (0x3000, 0x303f), (0x31c0, 0x31ef), (0x2f00, 0x2fdf), (0x2ff0, 0x2fff), (0x3100, 0x312f), (0x31a0, 0x31bf),
      (0xfe10, 0xfe1f), (0xfe30, 0xfe4f), (0x2600, 0x27bf), (0x3200, 0x33ff)]


def tokens_of(text, tok):
    if tok == "none":
        return text.split()
    if tok == "char":
        return [c for c in text if not c.isspace()]
    if tok == "zh":
        return signs("".join(f" {c} " if any(a <= ord(c) <= b for a, b in ZH) else c for c in text.strip()))
    for a, b in (("<skipped>", ""), ("-\n", ""), ("\n", " "), ("&quot;", '"'), ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">")):
        text = text.replace(a, b)
    return signs(f" {text.rstrip()} ")


def grams(tokens, n):
    return Counter(tuple(tokens[i:i + n]) for i in range(len(tokens) - n + 1))


def bleu(hypotheses, references, tok="13a", smooth="exp", value=None, effective=False):
    c = r = 0
    match, total = [0] * 4, [0] * 4
    for hypothesis, golds in zip(hypotheses, references):
        h = tokens_of(hypothesis, tok)
        gs = [tokens_of(g, tok) for g in golds]
        c += len(h)
        r += min((abs(len(g) - len(h)), len(g)) for g in gs)[1]
        for n in range(4):
            union = Counter()
            for g in gs:
                union |= grams(g, n + 1)
            match[n] += sum((grams(h, n + 1) & union).values())
            total[n] += max(0, len(h) - n)
    if sum(match) == 0:
        return 0.0
    logs, order, k = [], 4, 0
    for n in range(4):
        m, t = match[n], total[n]
        if smooth == "add-k" and n > 0:
            m, t = m + value, t + value
        if t == 0:
            break
        if effective:
            order = n + 1
        if m == 0 and smooth == "exp":
            k += 1
            m = 0.5 ** k
        elif m == 0 and smooth == "floor":
            m = value
        if m == 0:
            return 0.0
        logs.append(math.log(m / t))
    if len(logs) < order:
        return 0.0
    bp = 1.0 if c >= r else math.exp(1 - r / c)
    return 100 * bp * math.exp(sum(logs[:order]) / order)


# ---- chrF (Popović 2015, 2017; sacreBLEU 2's effective order: an order that a reference is too short for counts nothing) ----
def chrf_counts(hypothesis, gold, words):
    def parts(text):
        out = []
        for w in text.split():
            punct = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
            if len(w) > 1 and w[-1] in punct:
                out += [w[:-1], w[-1]]
            elif len(w) > 1 and w[0] in punct:
                out += [w[0], w[1:]]
            else:
                out.append(w)
        return out
    out = []
    for n in range(1, 7):
        h, g = grams("".join(hypothesis.split()), n), grams("".join(gold.split()), n)
        out.append((sum(h.values()) if g else 0, sum(g.values()), sum((h & g).values())))
    for n in range(1, words + 1):
        h, g = grams(parts(hypothesis), n), grams(parts(gold), n)
        out.append((sum(h.values()) if g else 0, sum(g.values()), sum((h & g).values())))
    return numpy.array(out, dtype=float)


def chrf_score(counts, beta=2):
    usable = [(m / h, m / g) for h, g, m in counts if h > 0 and g > 0]
    if not usable:
        return 0.0
    p, r = numpy.mean(usable, axis=0)
    return 100 * (1 + beta ** 2) * p * r / (beta ** 2 * p + r) if p + r > 0 else 0.0


def chrf(hypotheses, references, words=0):
    total = 0
    for hypothesis, golds in zip(hypotheses, references):
        total = total + max((chrf_counts(hypothesis, g, words) for g in golds), key=chrf_score)
    return chrf_score(total)


# ---- TER (Snover 2006, with tercom's limits and preferences; sacreBLEU 2's band of 25 words around the diagonal) ----
def table(h, g):
    ratio = len(g) / len(h) if h else 1
    width = 25 if ratio / 2 <= 25 else math.ceil(ratio / 2 + 25)
    d = [[10 ** 9] * (len(g) + 1) for _ in range(len(h) + 1)]
    d[0] = list(range(len(g) + 1))
    for i in range(1, len(h) + 1):
        middle = math.floor(i * ratio)
        end = len(g) + 1 if i == len(h) else min(len(g) + 1, middle + width)
        for j in range(max(0, middle - width), end):
            d[i][j] = d[i - 1][j] + 1
            if j:
                d[i][j] = min(d[i][j], d[i - 1][j - 1] + (h[i - 1] != g[j - 1]), d[i][j - 1] + 1)
    return numpy.array(d)


def align(h, g):
    d, i, j, steps = table(h, g), len(h), len(g), []
    while i or j:
        if i and j and d[i, j] == d[i - 1, j - 1] + (h[i - 1] != g[j - 1]):
            i, j = i - 1, j - 1
            steps.append(("=", i, j))
        elif i and d[i, j] == d[i - 1, j] + 1:
            i -= 1
            steps.append(("h", i, j))
        else:
            j -= 1
            steps.append(("g", i, j))
    return steps[::-1]


def ter_edits(h, g):
    if not g:
        return len(h)
    shifts = tried = 0
    while True:
        before = int(table(h, g)[-1, -1])
        partner, bad_h, bad_g, last = {}, set(), set(), -1
        for kind, i, j in align(h, g):
            if kind == "=":
                partner[j] = last = i
                if h[i] != g[j]:
                    bad_h.add(i)
                    bad_g.add(j)
            elif kind == "h":
                last = i
                bad_h.add(i)
            else:
                partner[j] = last
                bad_g.add(j)
        options = []
        for s in range(len(h)):
            for p in range(len(g)):
                if abs(p - s) > 50:
                    continue
                for n in range(1, 11):
                    if h[s:s + n] != g[p:p + n] or len(h[s:s + n]) < n:
                        break
                    if not bad_h & set(range(s, s + n)) or not bad_g & set(range(p, p + n)) or partner[p] in range(s, s + n):
                        continue
                    tried_here = -1
                    for at in range(p - 1, p + n):
                        where = 0 if at < 0 else partner[at] + 1
                        if where == tried_here:
                            continue
                        tried_here = where
                        block, rest = h[s:s + n], h[:s] + h[s + n:]
                        # Before the phrase, behind it, or so many places to the right from within it.
                        k = where if where <= s + n else where - n
                        new = rest[:k] + block + rest[k:]
                        tried += 1
                        options.append((before - int(table(new, g)[-1, -1]), n, -s, -where, new))
        if not options or tried >= 1000 or max(options)[0] <= 0:
            return shifts + before
        h = max(options)[4]
        shifts += 1


def ter(hypotheses, references):
    edits = length = 0
    for hypothesis, golds in zip(hypotheses, references):
        gs = [g.lower().split() for g in golds]
        edits += min(ter_edits(hypothesis.lower().split(), g) for g in gs)
        length += sum(map(len, gs)) / len(gs)
    return 100 * edits / length


# ---- ROUGE (Lin 2004) ----
def rouge_words(text):
    text = "".join(f" {c} " if 0x4e00 <= ord(c) <= 0x9fff or 0x20000 <= ord(c) <= 0x323af else c if c.isalnum() else " " for c in text.lower())
    return text.split()


def rouge(hypotheses, references, n):
    rows = []
    for hypothesis, golds in zip(hypotheses, references):
        best = None
        for gold in golds:
            h, g = rouge_words(hypothesis), rouge_words(gold)
            if n:
                a, b = grams(h, n), grams(g, n)
                shared, ours, theirs = sum((a & b).values()), sum(a.values()), sum(b.values())
            else:
                lcs = numpy.zeros((len(h) + 1, len(g) + 1), dtype=int)
                for i in range(len(h)):
                    for j in range(len(g)):
                        lcs[i + 1, j + 1] = lcs[i, j] + 1 if h[i] == g[j] else max(lcs[i, j + 1], lcs[i + 1, j])
                shared, ours, theirs = int(lcs[-1, -1]), len(h), len(g)
            p, r = shared / ours if ours else 0.0, shared / theirs if theirs else 0.0
            row = (p, r, 2 * p * r / (p + r) if p + r else 0.0)
            if best is None or row[2] > best[2]:
                best = row
        rows.append(best)
    return [float(x) for x in numpy.mean(rows, axis=0)]


def far(count):
    """Sentences whose halves change places: further apart than the band is wide."""
    out = []
    for _ in range(count):
        gold = sentence(ENGLISH, 55, 75)
        cut = rng.randint(26, 40)
        out.append((" ".join(noisy(gold[cut:] + gold[:cut], ENGLISH)), " ".join(gold)))
    return [{"hypothesis": h, "reference": g, "ter": ter([h], [[g]])} for h, g in out]


def corpus_case(name, words, joint, count, references, low, high, tok):
    hypotheses, golds = corpus(words, joint, count, references, low, high)
    first = [g[0] for g in golds]
    wer = sum(edit_distance(h.split(), g.split()) for h, g in zip(hypotheses, first)) / sum(len(g.split()) for g in first)
    cer = sum(edit_distance(" ".join(h.split()), " ".join(g.split())) for h, g in zip(hypotheses, first)) / sum(len(" ".join(g.split())) for g in first)
    split = [[g.split() for g in gs] for gs in golds]
    case = {
        "name": name, "hypotheses": hypotheses, "references": golds, "tok": tok,
        "bleu": [{"tok": t, "smooth": s, "value": v, "score": bleu(hypotheses, golds, t, s, v)}
                 for t in ("13a", "zh", "char", "none") for s, v in (("exp", None), ("none", None), ("floor", 0.1), ("add-k", 1))],
        "sentenceBleu": [{"smooth": s, "value": v, "scores": [bleu([h], [g], tok, s, v, True) for h, g in zip(hypotheses, golds)]}
                         for s, v in (("exp", None), ("floor", 0.3), ("add-k", 2))],
        "chrf": chrf(hypotheses, golds), "chrfpp": chrf(hypotheses, golds, 2), "ter": ter(hypotheses, golds),
        "werFirst": wer, "cerFirst": cer,
        "rouge1": rouge(hypotheses, golds, 1), "rouge2": rouge(hypotheses, golds, 2), "rougeL": rouge(hypotheses, golds, 0),
    }
    if tok != "zh":
        # nltk splits nothing and scales to 1. Without smoothing its definition is the usual one when every order has a match, but it counts
        # one 4-gram in a sentence too short for any: so only sentences of four words and more.
        long = [(g, h.split()) for g, h in zip(split, hypotheses) if len(h.split()) > 3]
        case["nltkBleu"] = 100 * corpus_bleu([g for g, _ in long], [h for _, h in long]) if long else 0
        case["nltkFloor"] = [100 * sentence_bleu(g, h.split(), smoothing_function=SmoothingFunction(0.1).method1)
                             if len(h.split()) > 3 and set(h.split()) & {w for r in g for w in r} else None
                             for h, g in zip(hypotheses, split)]
    return case


def alignments(count):
    out = []
    for _ in range(count):
        points = [(s, t) for s in range(6) for t in range(6)]
        sure = rng.sample(points, rng.randint(1, 6))
        possible = sorted(set(sure + rng.sample(points, rng.randint(0, 6))))
        found = rng.sample(points, rng.randint(1, 8)) + sure[:2]
        text = lambda links: " ".join(f"{s}-{t}" for s, t in sorted(set(links)))
        A = Alignment.fromstring
        out.append({"found": text(found), "sure": text(sure), "possible": text(possible),
                    "aer": alignment_error_rate(A(text(sure)), A(text(found)), A(text(possible)))})
    return out


def labels(count):
    classes = ["noun", "verb", "adj", "other"]
    gold = [rng.choices(classes, [5, 3, 2, 1])[0] for _ in range(count)]
    predicted = [g if rng.random() < 0.7 else rng.choice(classes) for g in gold]
    task = AnnotationTask(data=[("a", i, g) for i, g in enumerate(gold)] + [("b", i, p) for i, p in enumerate(predicted)])
    per = {}
    for c in classes:
        g = {i for i, x in enumerate(gold) if x == c}
        p = {i for i, x in enumerate(predicted) if x == c}
        per[c] = [precision(g, p), recall(g, p), f_measure(g, p)]
    return {"gold": gold, "predicted": predicted, "kappa": task.kappa(), "classes": per,
            "macroF1": float(numpy.mean([v[2] for v in per.values()])),
            "weightedF1": float(numpy.mean([per[g][2] for g in gold])),
            "accuracy": float(numpy.mean([a == b for a, b in zip(gold, predicted)]))}


def calibration(count, bins):
    confidence = [round(rng.random(), 6) for _ in range(count - 3)] + [0.0, 1.0, 0.5]
    right = [rng.random() < c ** 2 for c in confidence]
    edges = numpy.linspace(0, 1, bins + 1)
    c, r = numpy.array(confidence), numpy.array(right)
    ece, worst = 0.0, 0.0
    for low, high in zip(edges[:-1], edges[1:]):
        inside = (c > low) & (c <= high) if low > 0 else (c >= low) & (c <= high)
        if inside.any():
            gap = abs(r[inside].mean() - c[inside].mean())
            ece += inside.mean() * gap
            worst = max(worst, gap)
    return {"confidence": confidence, "right": [bool(x) for x in right], "bins": bins, "ece": float(ece), "mce": float(worst)}


out = {
    "made": f"Fixtures/generate.py with Python {sys.version.split()[0]}, nltk {nltk.__version__}, numpy {numpy.__version__}",
    "corpora": [
        corpus_case("English, one reference", ENGLISH, " ", 25, 1, 3, 14, "13a"),
        corpus_case("English, three references", ENGLISH, " ", 15, 3, 3, 14, "13a"),
        corpus_case("Chinese", CHINESE, "", 15, 1, 3, 12, "zh"),
        corpus_case("short", ENGLISH, " ", 12, 2, 1, 3, "13a"),
    ],
    "editDistance": [{"from": a, "to": b, "distance": edit_distance(a, b)} for a, b in
                     [("kitten", "sitting"), ("", "abc"), ("intention", "execution"), ("我喜欢茶", "我不喜欢红茶")]
                     + [("".join(rng.choices("abc", k=rng.randint(0, 12))), "".join(rng.choices("abc", k=rng.randint(0, 12)))) for _ in range(30)]],
    "alignments": alignments(20), "labels": labels(200), "calibration": [calibration(300, 10), calibration(200, 15)],
    "far": far(4),
}
with open(__file__.replace("generate.py", "metrics.json"), "w", encoding="utf-8") as file:
    json.dump(out, file, ensure_ascii=False, indent=1)
    file.write("\n")
