namespace BalanceGen;

/// <content>Median frequency balancing.</content>
public sealed partial class ClassWeights
{
    /// <summary>
    /// Median frequency balancing (Eigen and Fergus 2015, arXiv 1411.4734; SegNet, arXiv 1511.00561): w_c = median(f)/f_c, here with f_c = n_c/N,
    /// so that the weight of the class with the median frequency is 1.
    /// </summary>
    /// <param name="counts">The counts N, n_c of the data set: rows, or pixels where every image contains every class.</param>
    /// <param name="zeroCounts">
    /// What happens to a class without rows. With <see cref="ZeroCountPolicy.ZeroWeight"/> the median is that of the classes that have rows;
    /// with <see cref="ZeroCountPolicy.Smooth"/> n_c is n_c + α.
    /// </param>
    /// <remarks>The median of an even number of frequencies is the mean of the middle two, as in NumPy. O(classes · log classes).</remarks>
    /// <exception cref="EmptyDatasetException">The data set has no rows.</exception>
    /// <exception cref="EmptyClassException">A class has no rows and the policy is to throw.</exception>
    [CorrectsImbalance]
    public static ClassWeights MedianFrequency(ClassCounts counts, ZeroCountPolicy zeroCounts = default)
    {
        RefuseEmptyClasses(counts, zeroCounts, "its frequency is 0 and its weight median(f)/0 would be infinite");
        double total = SmoothedTotal(counts, zeroCounts);
        return MedianOver(counts.Classes, [.. counts.Values.ToArray().Select(count => (count + zeroCounts.Alpha) / total)]);
    }

    /// <summary>
    /// Median frequency balancing for segmentation: w_c = median(f)/f_c, where f_c is the number of pixels of the class divided by the number of
    /// pixels of the images that contain the class.
    /// </summary>
    /// <param name="pixels">The number of pixels of each class.</param>
    /// <param name="pixelsOfImagesWithClass">
    /// For each class in the order of the class indices the number of pixels, of whatever class, in the images that contain it: at least the
    /// class's own pixels, at most those of all images; 0 for a class without pixels.
    /// </param>
    /// <param name="zeroCounts">
    /// What happens to a class without pixels. With <see cref="ZeroCountPolicy.ZeroWeight"/> the median is that of the classes that have pixels;
    /// with <see cref="ZeroCountPolicy.Smooth"/> f_c = (n_c + α)/(m_c + α·C), where m_c is the pixels of all images for a class that no image contains.
    /// </param>
    /// <remarks>The median of an even number of frequencies is the mean of the middle two, as in NumPy. O(classes · log classes).</remarks>
    /// <exception cref="ClassMismatchException">The two lists are of different lengths.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The images with a class have fewer pixels than the class, or more than there are.</exception>
    /// <exception cref="EmptyDatasetException">There are no pixels.</exception>
    /// <exception cref="EmptyClassException">A class has no pixels and the policy is to throw.</exception>
    [CorrectsImbalance]
    public static ClassWeights MedianFrequency(ClassCounts pixels, ReadOnlySpan<long> pixelsOfImagesWithClass, ZeroCountPolicy zeroCounts = default)
    {
        RefuseEmptyClasses(pixels, zeroCounts, "its frequency is 0 and its weight median(f)/0 would be infinite");
        ClassMismatchException.ThrowIfMismatch("The list of pixels of the images with each class", pixelsOfImagesWithClass.Length, pixels.Classes);
        var frequencies = new double[pixels.Classes.Count];
        for (int index = 0; index < frequencies.Length; index++)
        {
            long images = pixelsOfImagesWithClass[index];
            if (images < pixels[index] || images > pixels.Total)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(pixelsOfImagesWithClass), images, $"The images with the class '{pixels.Classes[index]}' must have between {pixels[index]} pixels, those of the class, and {pixels.Total}, those of all images.");
            }

            double area = (images == 0 ? pixels.Total : images) + (zeroCounts.Alpha * frequencies.Length);
            frequencies[index] = (pixels[index] + zeroCounts.Alpha) / area;
        }

        return MedianOver(pixels.Classes, frequencies);
    }

    private static ClassWeights MedianOver(ClassSet classes, double[] frequencies)
    {
        double[] sorted = [.. frequencies.Where(frequency => frequency > 0).Order()];
        int middle = sorted.Length / 2;
        double median = sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new ClassWeights(classes, [.. frequencies.Select(frequency => frequency == 0 ? 0 : median / frequency)]);
    }
}
