# The cases of `compare --peers` that others can do, one at a time, as the benchmark asks for them on standard input:
#   cases                 -> the names of the cases whose packages are installed
#   data ROWS CLASSES     -> followed by one 32-bit class index per row, as bytes
#   memory CASE           -> bytes per item by which one run's resident memory at its highest exceeds what there was before
#   run CASE REPEATS      -> seconds of processor time per item
import importlib.util
import sys
import time

has = {name: importlib.util.find_spec(name) is not None for name in ('numpy', 'torch', 'imblearn')}
if has['numpy']:
    import numpy as np
if has['torch']:
    import torch
    from torch.utils.data import WeightedRandomSampler
    torch.set_num_threads(1)
if has['imblearn']:
    from imblearn.over_sampling import RandomOverSampler


def pytorch_sampler():
    drawn = 0
    for _ in sampler:
        drawn += 1
    return drawn


def torch_multinomial():
    return len(torch.multinomial(weights, rows, True))


def torch_without_replacement():
    return len(torch.multinomial(weights, rows // 2, False))


def numpy_choice():
    return len(generator.choice(rows, rows, p=probabilities))


def imblearn_over_sampler():
    return len(RandomOverSampler(random_state=0).fit_resample(column, labels)[1])


def numpy_argsort():
    return len(np.argsort(labels, kind='stable'))


def numpy_bincount():
    np.bincount(labels, minlength=classes)
    return rows


cases = {}
if has['torch'] and has['numpy']:
    cases['weighted_with_replacement_fill:pytorch_sampler'] = pytorch_sampler
    cases['weighted_with_replacement_fill:torch_multinomial'] = torch_multinomial
    cases['weighted_without_replacement:torch_multinomial'] = torch_without_replacement
    cases['row_weights_without_replacement:torch_multinomial'] = torch_without_replacement
if has['numpy']:
    cases['weighted_with_replacement_fill:numpy_choice'] = numpy_choice
    cases['index_build:numpy_argsort'] = numpy_argsort
    cases['count_classes:numpy_bincount'] = numpy_bincount
if has['numpy'] and has['imblearn']:
    cases['balanced_fill:imblearn_over_sampler'] = imblearn_over_sampler


def resident(field):
    with open('/proc/self/status') as status:
        return next(int(line.split()[1]) * 1024 for line in status if line.startswith(field))


for line in sys.stdin.buffer:
    command, *words = line.decode().split()
    if command == 'cases':
        print(*cases, flush=True)
    elif command == 'data':
        rows, classes = map(int, words)
        labels = np.frombuffer(sys.stdin.buffer.read(4 * rows), dtype=np.int32)
        column = np.zeros((rows, 1))
        generator = np.random.default_rng(1)
        probabilities = 1.0 / np.bincount(labels, minlength=classes)[labels]
        probabilities /= probabilities.sum()
        if has['torch']:
            torch.manual_seed(1)
            weights = torch.from_numpy(probabilities)
            sampler = WeightedRandomSampler(weights, rows)
        print('ready', flush=True)
    elif command == 'memory':
        case = cases[words[0]]
        with open('/proc/self/clear_refs', 'w') as peak:
            peak.write('5')
        before = resident('VmRSS')
        items = case()
        print((resident('VmHWM') - before) / items, flush=True)
    else:
        case = cases[words[0]]
        items = 0
        start = time.thread_time()
        for _ in range(int(words[1])):
            items += case()
        print((time.thread_time() - start) / items, flush=True)
