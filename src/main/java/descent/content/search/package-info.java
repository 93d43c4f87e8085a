@org.jspecify.annotations.NullMarked
package descent.content.search;
